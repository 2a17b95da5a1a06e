extension Atom {
  /// The names of the fixed atoms, in order from 1, apart by one space. A name added here goes to the end of its kind, and the
  /// constants of ``Atom`` are renumbered with it; a test holds the two against each other.
  static let fixedNames: StaticString = """
    html head body title base link meta style script noscript template article section nav aside h1 h2 h3 h4 h5 h6 hgroup \
    header footer address main search p hr pre blockquote ol ul menu li dl dt dd figure figcaption div center a em strong \
    small s cite q dfn abbr ruby rb rt rtc rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del \
    picture source img iframe embed object param video audio track map area image table caption colgroup col tbody thead \
    tfoot tr td th form label input button select datalist optgroup option textarea output progress meter fieldset legend \
    keygen isindex details summary dialog slot canvas portal selectedcontent acronym applet basefont bgsound big blink dir \
    font frame frameset noframes noembed listing marquee multicol nextid nobr plaintext spacer strike tt xmp command \
    menuitem rbc fencedframe amp-img amp-ad amp-iframe amp-video svg altGlyph altGlyphDef altGlyphItem animate animateColor \
    animateMotion animateTransform circle clipPath color-profile cursor defs desc discard ellipse feBlend feColorMatrix \
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood \
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence filter font-face font-face-format font-face-name font-face-src \
    font-face-uri foreignObject g glyph glyphRef hatch hatchpath hkern line linearGradient marker mask mesh meshgradient \
    meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set solidcolor stop \
    switch symbol text textPath tref tspan unknown use view vkern altglyph altglyphdef altglyphitem animatecolor \
    animatemotion animatetransform clippath feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix \
    fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur \
    feimage femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence \
    foreignobject glyphref lineargradient radialgradient textpath math annotation annotation-xml apply bind bvar ci cn \
    csymbol maction maligngroup malignmark menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo \
    mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub \
    msubsup msup mtable mtd mtext mtr munder munderover none semantics sep share id class lang hidden href rel rev src \
    srcset sizes alt width height name content property itemprop itemscope itemtype itemid itemref http-equiv charset type \
    value media datetime pubdate role tabindex accesskey contenteditable draggable spellcheck translate inert popover nonce \
    part exportparts is enterkeyhint inputmode autocapitalize autofocus writingsuggestions accept accept-charset action \
    allow allowfullscreen as async autocomplete autoplay blocking checked color cols colspan rows rowspan controls \
    controlslist coords crossorigin decoding default defer dirname disabled download enctype fetchpriority for formaction \
    formenctype formmethod formnovalidate formtarget headers high hreflang imagesizes imagesrcset integrity ismap kind list \
    loading loop low max maxlength method min minlength multiple muted novalidate open optimum ping placeholder playsinline \
    popovertarget popovertargetaction poster preload readonly referrerpolicy required reversed sandbox scope selected shape \
    shadowrootmode shadowrootdelegatesfocus shadowrootclonable shadowrootserializable size srcdoc srclang start step target \
    usemap wrap align alink archive axis background behavior bgcolor border bordercolor bottommargin cellpadding cellspacing \
    char charoff classid clear codebase codetype compact declare direction event face frameborder hspace vspace language \
    leftmargin longdesc lowsrc manifest marginheight marginwidth noresize nohref noshade nowrap profile prompt rightmargin \
    rules scheme scrollamount scrolldelay scrolling standby topmargin truespeed typemustmatch valign valuetype version vlink \
    about datatype inlist prefix resource typeof vocab xml:lang xml:space xml:base xlink:href xlink:title xlink:type \
    xlink:role xlink:arcrole xlink:show xlink:actuate xmlns xmlns:xlink xmlns:og xmlns:fb aria-hidden aria-label \
    aria-labelledby aria-describedby aria-expanded aria-controls aria-haspopup aria-current aria-live aria-level aria-modal \
    aria-selected aria-disabled aria-checked aria-pressed aria-atomic aria-roledescription aria-busy data-src data-srcset \
    data-sizes data-id data-url data-href data-type data-title data-name data-testid data-test-id data-component \
    data-component-name data-module data-module-name data-role data-action data-target data-toggle data-value data-index \
    data-position data-layout data-width data-height data-alt data-caption data-image data-original data-lazy data-lazy-src \
    data-lazy-srcset data-bg data-author data-date data-time data-datetime data-timestamp data-content data-text data-label \
    data-link data-link-name data-section data-slot data-ad data-ad-unit data-ad-slot data-ad-client data-track \
    data-tracking data-analytics data-event data-event-category data-event-action data-event-label data-category data-tag \
    data-tags data-post-id data-article-id data-reactid data-reactroot data-react-helmet data-v-app data-cfasync data-rh \
    data-n-head data-next-head data-gtm data-nosnippet data-options data-settings data-config data-props data-state data-key \
    data-block data-block-name data-element_type data-widget_type data-elementor-type data-contrast data-ccp-props \
    data-mrf-recirculation data-vars-ga-category data-vars-ga-action data-vars-ga-label data-uri data-instgrm-permalink \
    data-instgrm-version data-tweet-id data-lang data-theme data-align data-embed-type data-mce-type on onclick onload \
    onerror onsubmit onchange onfocus onblur onmouseover onmouseout onkeydown onkeyup jsaction jsname jscontroller jsmodel \
    jsdata jslog attributionsrc browsingtopics amp lightning alignment-baseline baseline-shift clip-path clip-rule \
    color-interpolation color-interpolation-filters cx cy d dominant-baseline dx dy fill fill-opacity fill-rule flood-color \
    flood-opacity font-family font-size font-style font-weight font-variant fx fy fr focusable from to by begin end dur in \
    in2 result k k1 k2 k3 k4 letter-spacing lighting-color marker-end marker-mid marker-start mode offset opacity operator \
    order orient overflow paint-order points pointer-events r radius rotate rx ry scale seed shape-rendering spacing \
    stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit \
    stroke-opacity stroke-width text-anchor text-decoration text-rendering transform transform-origin unicode-bidi values \
    vector-effect visibility word-spacing writing-mode x x1 x2 y y1 y2 z additive accumulate display enable-background \
    definitionURL encoding attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant \
    edgeMode filterUnits gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes \
    lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength \
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio \
    primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent \
    spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength \
    viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan attributename attributetype basefrequency baseprofile \
    calcmode clippathunits diffuseconstant edgemode filterunits gradienttransform gradientunits kernelmatrix \
    kernelunitlength keypoints keysplines keytimes lengthadjust limitingconeangle markerheight markerunits markerwidth \
    maskcontentunits maskunits numoctaves pathlength patterncontentunits patterntransform patternunits pointsatx pointsaty \
    pointsatz preservealpha preserveaspectratio primitiveunits refx refy repeatcount repeatdur requiredextensions \
    requiredfeatures specularconstant specularexponent spreadmethod startoffset stddeviation stitchtiles surfacescale \
    systemlanguage tablevalues targetx targety textlength viewbox viewtarget xchannelselector ychannelselector zoomandpan \
    definitionurl
    """
}
