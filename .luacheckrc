-- Rules and Lua plugins: Lua 5.4, and the names the host offers (declared in rules/_meta).
std = "lua54"
max_line_length = 150
exclude_files = { "rules/_meta" }
read_globals = {
  "publisher", "css", "xpath", "meta", "jsonld", "line", "byline", "text", "value",
  "remove", "keep", "move", "set", "cut", "finding",
  "transform",
}
