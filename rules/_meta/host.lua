---@meta
-- Generated from the rule language itself by `RuleLanguage.annotations`; a test fails when the two differ.

---The parsed input: an HTML page or a text dump.
---@class (exact) copydesk.Page
---@field text string The whole text, one block to a line.
---@field kind "html"|"text" What the input is.
---@field url string? The address that the document came with.
---@field blocks copydesk.Blocks The paragraphs, headings, list items and lines, in order.
local Page = {}

---The elements that a CSS selector matches; none in a text dump.
---@param selector string
---@return copydesk.Node[]
function Page:select(selector) end

---What an XPath 1.0 expression comes to.
---@param expression string
---@return copydesk.Node[]|string[]|string|number|boolean
function Page:xpath(expression) end

---The content of the first `meta` element with this name, property or itemprop.
---@param name string
---@return string?
function Page:meta(name) end

---The first value at a path such as `author.name` in the page's JSON-LD.
---@param path string
---@return any
function Page:jsonld(path) end

---An element of an HTML page.
---@class (exact) copydesk.Node
---@field text string Its visible text.
---@field name string The element's name, `p`.
---@field path string Where it is, for messages.
---@field parent copydesk.Node? The element around it.
---@field blocks copydesk.Block[] The blocks that begin within it.
local Node = {}

---An attribute's value.
---@param name string
---@return string?
function Node:attr(name) end

---The elements within it that a CSS selector matches.
---@param selector string
---@return copydesk.Node[]
function Node:select(selector) end

---The blocks of a page; `#` and `ipairs` work.
---@class (exact) copydesk.Blocks
---@field [integer] copydesk.Block
local Blocks = {}

---A paragraph-level run of text and what was decided about it.
---@class (exact) copydesk.Block
---@field n integer Its position in the document, from 1.
---@field text string Its text, exactly as in the input.
---@field kind "paragraph"|"heading"|"listItem"|"quote"|"caption"|"tableRow"|"preformatted"|"line" What sort of run it is.
---@field level integer The level of a heading, the depth of a list item; else 0.
---@field line integer? The line of the input that it begins in.
---@field link_density number The share of its text that is within links, 0 to 1.
---@field node copydesk.Node? The nearest block-level element around it.
---@field role copydesk.Role|"body"|nil What it was found to be.
---@field fate "kept"|"edited"|"moved"|"removed"|nil What is to become of it.
---@field to copydesk.Property? The property that it became.
local Block = {}

---The article as it stands; properties are as in the article's JSON, `nil` where nothing is stated.
---@class (exact) copydesk.Article
---@field headline string? schema.org `headline`.
---@field alternativeHeadline string? schema.org `alternativeHeadline`.
---@field description string? schema.org `description`.
---@field author { name: string, affiliation: string?, url: string?, type: string? }[] schema.org `author`.
---@field datePublished string? schema.org `datePublished`.
---@field dateModified string? schema.org `dateModified`.
---@field dateline string? schema.org `dateline`.
---@field publisher { name: string?, domain: string? }? schema.org `publisher`.
---@field articleSection string? schema.org `articleSection`.
---@field keywords string[] schema.org `keywords`.
---@field inLanguage string? schema.org `inLanguage`.
---@field image { url: string, caption: string?, creditText: string? }[] schema.org `image`.
---@field url string? schema.org `url`.
---@field isBasedOn { name: string?, domain: string?, url: string?, notice: string? }? schema.org `isBasedOn`.
---@field creditText string? schema.org `creditText`.
---@field copyrightYear integer? schema.org `copyrightYear`.
---@field copyrightHolder string? schema.org `copyrightHolder`.
---@field copyrightNotice string? schema.org `copyrightNotice`.
---@field usageInfo string? schema.org `usageInfo`.
---@field correction string[] schema.org `correction`.
---@field isAccessibleForFree boolean? schema.org `isAccessibleForFree`.
---@field tdmReservation boolean? schema.org `tdmReservation`.
---@field sponsored boolean? schema.org `sponsored`.
---@field articleBody string The body as plain text.
---@field wordCount integer The words of the body.
local Article = {}

---How good an article likely is, estimated without its truth.
---@class (exact) copydesk.Quality
---@field value number The share of the body that is likely right, 0 to 1.
---@field signals table<string, number> What it was judged by, each 0 to 1, by name.
local Quality = {}

---A document on its way through a chain.
---@class (exact) copydesk.Document
---@field id string The same from run to run.
---@field url string? The address it came with.
---@field source string? The name of its source in the chain.
---@field path string? The file it was read from.
---@field media_type string? As its source states it.
---@field size integer Its raw bytes.
---@field metadata table<string, any> The free-form facts that travel with it.
---@field article copydesk.Article? `nil` before `extract`.
---@field quality copydesk.Quality? How good the article likely is; `nil` before `extract`.
---@field findings { code: string, message: string }[] What was noticed so far.
local Document = {}

---Gives a property of the article a value.
---@param property copydesk.Property
---@param value any
---@param reason string
function Document:set(property, value, reason) end

---Leaves a fact; `nil` takes it away.
---@param name string
---@param value any
function Document:set_metadata(name, value) end

---Reports something worth a human's eye.
---@param code string
---@param message string
function Document:finding(code, message) end

---Takes the document out of the chain.
---@param reason string
function Document:drop(reason) end

---@class copydesk.Edit

---Takes a block out of the article.
---@param block copydesk.Block|integer
---@param role copydesk.Role
---@param reason string
---@return copydesk.Edit
function remove(block, role, reason) end

---Puts a block into the body, whatever was decided before.
---@param block copydesk.Block|integer
---@param reason string
---@return copydesk.Edit
function keep(block, reason) end

---Makes a block a property: its text becomes the value unless a `set` of the same property follows.
---@param block copydesk.Block|integer
---@param property copydesk.Property
---@param reason string
---@return copydesk.Edit
function move(block, property, reason) end

---Cuts words out of a block that stays in the body; with a property they become its value.
---@param block copydesk.Block|integer
---@param words string
---@param role copydesk.Role
---@param reason string
---@param property? copydesk.Property
---@return copydesk.Edit
function cut(block, words, role, reason, property) end

---Gives a property a value that stands nowhere on the page as such.
---@param property copydesk.Property
---@param value any
---@param reason string
---@return copydesk.Edit
function set(property, value, reason) end

---Reports something worth a human's eye, under a stable code.
---@param code string
---@param message string
---@return copydesk.Edit
function finding(code, message) end

---A Lua plugin: what the file returns.
---@class (exact) copydesk.transform
---@field name string How chain files call it.
---@field summary? string One sentence in the third person: `Drops …`.
---@field details? string What else a user must know.
---@field options? table<string, copydesk.option> The options it takes, by name.
---@field process fun(document: copydesk.Document, options: table): nil Looks at one document and asks for changes.

---One option of a Lua plugin.
---@class (exact) copydesk.option
---@field type "string"|"integer"|"number"|"boolean"|"list" The type of its value.
---@field about string One sentence: meaning, unit, what happens at the edges.
---@field default? any Taken where the option is not given.
---@field required? boolean Whether it has to be given.

---Declares a Lua plugin; what the file returns.
---@param plugin copydesk.transform
---@return copydesk.transform
function transform(plugin) end
