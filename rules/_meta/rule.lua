---@meta
-- Generated from the rule language itself by `RuleLanguage.annotations`; a test fails when the two differ.

---One publisher's rule. Everything but `name` and `hosts` may be left out; what a rule does not say, the generic extractor finds.
---@class (exact) copydesk.publisher
---@field api integer The version of the rule language that the rule is written in: 1.
---@field name string The publisher's name as readers know it.
---@field hosts string[] Hosts whose pages the rule is for, the publisher's domain first; a host includes its subdomains.
---@field recognize? string|copydesk.text|(string|copydesk.text)[] Words by which a document that carries no address is known to be the publisher's.
---@field language? string The language of the articles, BCP 47.
---@field timezone? string Where the newsroom's clock stands. Noted beside a time that is printed without an offset; never applied to it.
---@field take? copydesk.take Per article property, where it stands: the first clause that hits wins, the others are kept as evidence.
---@field body? copydesk.body Where the body is and what of it stays.
---@field drop? copydesk.drop Per role, what does not belong to the article.
---@field versions? copydesk.version[] How the rule differs for older articles, oldest first.
---@field edit? fun(article: copydesk.Article, page: copydesk.Page): copydesk.Edit[]? The escape hatch: looks at the article and its page and returns a list of edits.
---@field expect? copydesk.expect What the rule promises; a broken promise is a finding.

---Where the body is and what of it stays.
---@class (exact) copydesk.body
---@field within? string|copydesk.css|copydesk.xpath|(string|copydesk.css|copydesk.xpath)[] The element that holds the body: the first clause that hits. A string is a CSS selector.
---@field keep? string|copydesk.css|copydesk.xpath|copydesk.line|(string|copydesk.css|copydesk.xpath|copydesk.line)[] Which blocks of it stay, whatever they look like; without it, all but what `drop` names or the generic extractor knows for something else. A string is a CSS selector.

---What was different up to a day. A property in `take`, a role in `drop` and a key of `body` replaces the rule's own; the rest is inherited.
---@class (exact) copydesk.version
---@field until_date string The last day of publication that the version is for.
---@field language? string The language of the articles then.
---@field take? copydesk.take Where properties stood then.
---@field body? copydesk.body Where the body was then.
---@field drop? copydesk.drop What did not belong then.
---@field expect? copydesk.expect What is promised of articles of that time.

---What the rule promises of its articles.
---@class (exact) copydesk.expect
---@field required? copydesk.Property[] Properties that every article has.
---@field forbids? string[] Texts that must not be in the body.
---@field max_removed? number The largest share of the article's text that may be removed, 0 to 1.
---@field min_words? integer The fewest words a body has.

---Per article property, where it stands.
---@class (exact) copydesk.take
---@field headline? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field alternativeHeadline? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field description? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field author? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field datePublished? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field dateModified? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field dateline? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field publisher? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field articleSection? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field keywords? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field inLanguage? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field image? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field url? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field isBasedOn? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field creditText? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field copyrightYear? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field copyrightHolder? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field copyrightNotice? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field usageInfo? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field correction? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field isAccessibleForFree? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field tdmReservation? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]
---@field sponsored? copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value|(copydesk.css|copydesk.xpath|copydesk.meta|copydesk.jsonld|copydesk.line|copydesk.byline|copydesk.value)[]

---Per role, what does not belong to the article.
---@class (exact) copydesk.drop
---@field headline? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field alternativeHeadline? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field description? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field byline? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field dateline? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field date? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field heading? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field list? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field quote? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field table? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field code? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field embed? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field caption? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field credit? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field section? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field keywords? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field syndication? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field rights? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field correction? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field advertisement? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field related? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field navigation? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field newsletter? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field promotion? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field comment? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field social? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field authorBox? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field paywall? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field consent? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field boilerplate? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]
---@field artefact? copydesk.css|copydesk.xpath|copydesk.line|(copydesk.css|copydesk.xpath|copydesk.line)[]

---@alias copydesk.Property
---| "headline"
---| "alternativeHeadline"
---| "description"
---| "author"
---| "datePublished"
---| "dateModified"
---| "dateline"
---| "publisher"
---| "articleSection"
---| "keywords"
---| "inLanguage"
---| "image"
---| "url"
---| "isBasedOn"
---| "creditText"
---| "copyrightYear"
---| "copyrightHolder"
---| "copyrightNotice"
---| "usageInfo"
---| "correction"
---| "isAccessibleForFree"
---| "tdmReservation"
---| "sponsored"

---@alias copydesk.Role
---| "headline"
---| "alternativeHeadline"
---| "description"
---| "byline"
---| "dateline"
---| "date"
---| "heading"
---| "list"
---| "quote"
---| "table"
---| "code"
---| "embed"
---| "caption"
---| "credit"
---| "section"
---| "keywords"
---| "syndication"
---| "rights"
---| "correction"
---| "advertisement"
---| "related"
---| "navigation"
---| "newsletter"
---| "promotion"
---| "comment"
---| "social"
---| "authorBox"
---| "paywall"
---| "consent"
---| "boilerplate"
---| "artefact"

---@class (exact) copydesk.css.options
---@field [1] string selector
---@field attr? string The value is this attribute's, not the text.
---@field date? string The value is a date of this format, such as `%A, %B %d, %Y`.
---@field reason? string Why, in your own words; shown in place of the generated reason.
---@field max_share? number The largest share of the document's text that the clause may remove; beyond it the clause does not act and leaves a finding.

---@class copydesk.css

---Elements that a CSS selector matches; as a value, the text of the first.
---
---Example: `css { "time.published", attr = "datetime" }`
---@param selector string|copydesk.css.options
---@return copydesk.css
function css(selector) end

---@class (exact) copydesk.xpath.options
---@field [1] string expression
---@field date? string The value is a date of this format, such as `%A, %B %d, %Y`.
---@field reason? string Why, in your own words; shown in place of the generated reason.
---@field max_share? number The largest share of the document's text that the clause may remove; beyond it the clause does not act and leaves a finding.

---@class copydesk.xpath

---Elements or values that an XPath 1.0 expression finds. Slower than `css`: use it for what `css` cannot say.
---
---Example: `xpath "//p[strong[starts-with(., 'By ')]]"`
---@param expression string|copydesk.xpath.options
---@return copydesk.xpath
function xpath(expression) end

---@class (exact) copydesk.meta.options
---@field [1] string name
---@field date? string The value is a date of this format, such as `%A, %B %d, %Y`.
---@field reason? string Why, in your own words; shown in place of the generated reason.

---@class copydesk.meta

---The content of a `meta` element by its name, property or itemprop.
---
---Example: `meta "og:title"`
---@param name string|copydesk.meta.options
---@return copydesk.meta
function meta(name) end

---@class (exact) copydesk.jsonld.options
---@field [1] string path
---@field date? string The value is a date of this format, such as `%A, %B %d, %Y`.
---@field reason? string Why, in your own words; shown in place of the generated reason.

---@class copydesk.jsonld

---A value in the page's JSON-LD by its path, looked up in the article's object first.
---
---Example: `jsonld "author.name"`
---@param path string|copydesk.jsonld.options
---@return copydesk.jsonld
function jsonld(path) end

---@class (exact) copydesk.line.options
---@field [1]? string template
---@field at? "head"|"tail" `head`: before the body's first paragraph; `tail`: after its last.
---@field nth? integer Which of the hits counts, from 1; -1 is the last.
---@field after? copydesk.Property|copydesk.line Only lines after the one that became this property, or after this `line`.
---@field before? copydesk.Property|copydesk.line Only lines before the one that became this property, or before this `line`.
---@field through? "end"|integer|copydesk.line How far the hit extends: to the `"end"` of the document, over this many lines in all, or up to and including the next such `line`.
---@field ignore_case? boolean Whether capitals and small letters are equal; without it they are not.
---@field date? string The value is a date of this format, such as `%A, %B %d, %Y`.
---@field reason? string Why, in your own words; shown in place of the generated reason.
---@field max_share? number The largest share of the document's text that the clause may remove; beyond it the clause does not act and leaves a finding.

---@class copydesk.line

---Lines of a text dump, or blocks of a page, by what they say and where they stand. The text is a template: `${name}` captures, `*` is any run of characters; the shapes of quotes, dashes and spaces need not agree.
---
---Example: `line { "TRENDING NOW", at = "tail", through = "end", max_share = 0.05 }`
---@param template string|copydesk.line.options
---@return copydesk.line
function line(template) end

---@class (exact) copydesk.byline.options
---@field [1] string template
---@field reason? string Why, in your own words; shown in place of the generated reason.

---@class copydesk.byline

---A template cut from the front of the first paragraph, or from a line of its own above it.
---
---Example: `byline "(${name}, ${affiliation})"`
---@param template string|copydesk.byline.options
---@return copydesk.byline
function byline(template) end

---@class (exact) copydesk.value.options
---@field [1] string text
---@field reason? string Why, in your own words; shown in place of the generated reason.

---@class copydesk.value

---A fixed value that only the rule can know.
---
---Example: `value "Opinion"`
---@param text string|copydesk.value.options
---@return copydesk.value
function value(text) end

---@class (exact) copydesk.text.options
---@field [1] string words
---@field at? "head"|"tail" Only among the first, or the last, ten lines that are not empty.

---@class copydesk.text

---For `recognize`: the document contains these words; case, quotes, dashes and spaces need not agree.
---
---Example: `text { "example.test/terms", at = "tail" }`
---@param words string|copydesk.text.options
---@return copydesk.text
function text(words) end

---Declares a publisher's rule; what the file returns.
---@param rule copydesk.publisher
---@return copydesk.publisher
function publisher(rule) end
