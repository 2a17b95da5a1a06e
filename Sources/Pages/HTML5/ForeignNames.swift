/// Names that SVG and MathML spell with capitals, which the tokenizer has made small.
///
/// https://html.spec.whatwg.org/multipage/parsing.html#creating-and-inserting-nodes ("adjust SVG attributes") and the list of tag names
/// under "any other start tag" of the rules for foreign content.
enum ForeignNames {
  private static let elements: StaticString = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix \
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood \
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath
    """

  private static let attributes: StaticString = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef \
    gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle \
    markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform \
    patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur \
    requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles \
    surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector \
    zoomAndPan
    """

  /// By fixed atom: the atom of the name as SVG spells it. All these names are in the fixed table, in both spellings.
  nonisolated(unsafe) static let svgElements = table(elements)
  nonisolated(unsafe) static let svgAttributes = table(attributes)

  static let definitionURL = (small: Atom(fixed: "definitionurl") ?? .none, spelled: Atom(fixed: "definitionURL") ?? .none)

  /// The html5lib notation of an attribute that has a namespace on foreign elements; `nil` for others.
  static func namespaced(_ name: String) -> String? {
    switch name {
    case "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type":
      "xlink " + name.dropFirst(6)
    case "xml:lang", "xml:space": "xml " + name.dropFirst(4)
    case "xmlns": "xmlns xmlns"
    case "xmlns:xlink": "xmlns xlink"
    default: nil
    }
  }

  private static func table(_ names: StaticString) -> UnsafePointer<Atom> {
    let table = UnsafeMutablePointer<Atom>.allocate(capacity: Int(Atom.firstDynamic))
    for i in 0..<Int(Atom.firstDynamic) { (table + i).initialize(to: Atom(rawValue: UInt32(i))) }
    for name in String(describing: names).split(separator: " ") {
      guard let spelled = Atom(fixed: String(name)), let small = Atom(fixed: name.lowercased()) else { continue }
      table[Int(small.rawValue)] = spelled
    }
    return UnsafePointer(table)
  }
}
