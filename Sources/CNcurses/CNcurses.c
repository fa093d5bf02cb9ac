#define _XOPEN_SOURCE 700
#include "CNcurses.h"
#include <wchar.h>
int cn_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
