// libpsl (Debian: libpsl-dev): the public suffix list, for registrable domains.
#pragma once
#include <libpsl.h>
