#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

bool cni_has_utf8 = false;
static bool is_users = false;

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// A locale that is named but not installed still says what the terminal speaks.
static bool names_utf8(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
    const char *name = getenv(variables[i]);
    if (name == NULL || *name == '\0') { continue; }
    const char *codeset = strchr(name, '.');
    return codeset != NULL
      && (strncasecmp(codeset, ".UTF-8", 6) == 0 || strncasecmp(codeset, ".UTF8", 5) == 0);
  }
  return false;
}

// Only LC_CTYPE: a French LC_NUMERIC would turn the points of C's formatting into commas. ncurses
// assumes that the locale does not change once it is open.
static void choose(void) {
  if (setlocale(LC_CTYPE, "") != NULL) {
    is_users = cni_has_utf8 = is_utf8();
  } else {
    is_users = names_utf8();
  }
  static const char *const fallbacks[] = {"C.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; !cni_has_utf8 && i < sizeof fallbacks / sizeof *fallbacks; i++) {
    cni_has_utf8 = setlocale(LC_CTYPE, fallbacks[i]) != NULL && is_utf8();
  }
}

bool cn_use_utf8(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, choose);
  return is_users;
}

int cn_wcwidth(unsigned int scalar) {
  cn_use_utf8();
  return wcwidth((wchar_t)scalar);
}
