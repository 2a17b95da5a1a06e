// uchardet (Debian: libuchardet-dev): guesses the charset of bytes that do not say.
#pragma once
#include <uchardet.h>
