#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

// Our own keys are told to ncurses by numbers above its own and above those that it gives to the
// unnamed keys of a terminal's description.
enum { OURS = KEY_MAX + 1024 };

// Keys that a description may hold, without a number of their own in ncurses.
static const struct {
  const char *name;
  int key;
} capabilities[] = {
  {"kUP", CN_KEY_SHIFT_UP}, {"kDN", CN_KEY_SHIFT_DOWN},
  {"kLFT5", CN_KEY_WORD_LEFT}, {"kRIT5", CN_KEY_WORD_RIGHT},
};

static int translate(int code) {
  if (code >= OURS) { return code - OURS; }
  switch (code) {
    case KEY_UP: return CN_KEY_UP;
    case KEY_DOWN: return CN_KEY_DOWN;
    case KEY_LEFT: return CN_KEY_LEFT;
    case KEY_RIGHT: return CN_KEY_RIGHT;
    case KEY_SR: return CN_KEY_SHIFT_UP;
    case KEY_SF: return CN_KEY_SHIFT_DOWN;
    case KEY_SLEFT: return CN_KEY_SHIFT_LEFT;
    case KEY_SRIGHT: return CN_KEY_SHIFT_RIGHT;
    case KEY_HOME: case KEY_A1: return CN_KEY_HOME;
    case KEY_END: case KEY_LL: case KEY_C1: return CN_KEY_END;
    case KEY_PPAGE: case KEY_A3: return CN_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CN_KEY_PAGE_DOWN;
    case KEY_ENTER: return CN_KEY_ENTER;
    case KEY_BTAB: return CN_KEY_BACK_TAB;
    case KEY_BACKSPACE: return CN_KEY_BACKSPACE;
    case KEY_DC: return CN_KEY_DELETE;
    case KEY_IC: return CN_KEY_INSERT;
    default: break;
  }
  if (code > KEY_F0 && code <= KEY_F(63)) { return CN_KEY_F0 + (code - KEY_F0); }
  return 0;
}

void cni_open_input(void) {
  // Has ncurses learn the keys of the terminal's description; nothing is read through the pad.
  keypad(newpad(1, 1), TRUE);
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    const char *sequence = tigetstr((char *)capabilities[i].name);
    if (sequence == NULL || sequence == (char *)-1) { continue; }
    define_key(sequence, OURS + capabilities[i].key);
  }
}

void cn_define_key(const char *sequence, int number) {
  if (number >= 0) { define_key(sequence, OURS + CN_KEY_DEFINED + number); }
}

int cn_find_key(const char *sequence) {
  int code = key_defined(sequence);
  return code > 0 ? translate(code) : 0;
}

// Bytes, put together by the caller: ncurses takes the rest of a key that a slow line cut for keys of
// their own, and where the locale is not that of the keyboard it swallows an « é » and every key
// after it.
int cn_read(unsigned char *bytes, int capacity) {
  int count = 0;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  while (count < capacity && poll(&input, 1, 0) > 0 && (input.revents & POLLIN)) {
    ssize_t got = read(STDIN_FILENO, bytes + count, (size_t)(capacity - count));
    if (got < 0 && errno == EINTR) { continue; }
    if (got <= 0) { break; }
    count += (int)got;
  }
  return count;
}

int64_t cn_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int cn_escape_delay(void) {
  enum { USUAL = 25, LONGEST = 1000 };
  const char *asked = getenv("ESCDELAY");
  if (asked == NULL || *asked < '0' || *asked > '9') { return USUAL; }
  char *end = NULL;
  long delay = strtol(asked, &end, 10);
  if (*end != '\0') { return USUAL; }
  return delay < LONGEST ? (int)delay : LONGEST;
}
