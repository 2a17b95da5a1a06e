#include "internal.h"

void crv_open_table(lua_State *L) { (void)L; }
