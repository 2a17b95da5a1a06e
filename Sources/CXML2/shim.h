// libxml2 (Debian: libxml2-dev): XPath 1.0 over a tree built from the arena.
#pragma once
// Debian's libxml2 knows ICU, and its headers would bring ICU's along, which differ from those that Foundation has. What they are needed
// for is not used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// `xmlFree` is a variable, which Swift 6 takes for shared mutable state.
static inline void cxml2_free(void *memory) { xmlFree(memory); }
