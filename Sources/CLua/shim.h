// The distribution's Lua 5.4 (Debian: liblua5.4-dev). Only CRuleVM may include this; a test holds that.
#pragma once
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
