// zlib (Debian: zlib1g-dev): corpora are stored compressed.
#pragma once
#include <zlib.h>
