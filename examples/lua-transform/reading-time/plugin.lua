-- Notes how long an article takes to read, and drops what is too short to be one.
return transform {
  name = "reading-time",
  summary = "Notes how many minutes an article takes to read, and drops stubs.",
  options = {
    words_per_minute = { type = "integer", default = 230, about = "How fast readers read." },
    min_words = { type = "integer", default = 50, about = "Shorter articles are dropped." },
  },
  process = function(document, options)
    local words = document.article.wordCount
    if words < options.min_words then
      document:drop("only " .. words .. " words")
      return
    end
    document:set_metadata("readingMinutes", math.ceil(words / options.words_per_minute))
  end,
}
