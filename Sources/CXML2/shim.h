// libxml2 (Debian: libxml2-dev): XPath 1.0 over a tree built from the arena.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
