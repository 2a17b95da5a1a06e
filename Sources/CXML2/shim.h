// libxml2 (Debian: libxml2-dev): XPath 1.0 over a tree built from the arena.
#pragma once
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a variable, which Swift 6 takes for shared mutable state.
static inline void cxml2_free(void *memory) { xmlFree(memory); }
