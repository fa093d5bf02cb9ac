#include "internal.h"

#include <stdlib.h>
#include <term.h>

// Our own keys are told to ncurses by numbers above its own and above those that it gives to the
// unnamed keys of a terminal's description.
enum { OURS = KEY_MAX + 1024 };

// Reading through a pad: reading through the screen's window would draw it first.
static WINDOW *input;

typedef struct {
  const char *sequence;
  int key;
} definition;

// What terminals send beside, or instead of, what their description says: the cursor keys in both
// modes, xterm's modifiers, rxvt's, the Linux console's and PuTTY's.
static const definition definitions[] = {
  {"\033[A", CN_KEY_UP}, {"\033[B", CN_KEY_DOWN}, {"\033[C", CN_KEY_RIGHT}, {"\033[D", CN_KEY_LEFT},
  {"\033OA", CN_KEY_UP}, {"\033OB", CN_KEY_DOWN}, {"\033OC", CN_KEY_RIGHT}, {"\033OD", CN_KEY_LEFT},
  {"\033[1;2A", CN_KEY_SHIFT_UP}, {"\033[1;2B", CN_KEY_SHIFT_DOWN},
  {"\033[1;2C", CN_KEY_SHIFT_RIGHT}, {"\033[1;2D", CN_KEY_SHIFT_LEFT},
  {"\033O1;2A", CN_KEY_SHIFT_UP}, {"\033O1;2B", CN_KEY_SHIFT_DOWN},
  {"\033O1;2C", CN_KEY_SHIFT_RIGHT}, {"\033O1;2D", CN_KEY_SHIFT_LEFT},
  {"\033O2A", CN_KEY_SHIFT_UP}, {"\033O2B", CN_KEY_SHIFT_DOWN},
  {"\033O2C", CN_KEY_SHIFT_RIGHT}, {"\033O2D", CN_KEY_SHIFT_LEFT},
  {"\033[a", CN_KEY_SHIFT_UP}, {"\033[b", CN_KEY_SHIFT_DOWN},
  {"\033[c", CN_KEY_SHIFT_RIGHT}, {"\033[d", CN_KEY_SHIFT_LEFT},
  {"\033[1;5C", CN_KEY_WORD_RIGHT}, {"\033[1;5D", CN_KEY_WORD_LEFT},
  {"\033O1;5C", CN_KEY_WORD_RIGHT}, {"\033O1;5D", CN_KEY_WORD_LEFT},
  {"\033[5C", CN_KEY_WORD_RIGHT}, {"\033[5D", CN_KEY_WORD_LEFT},
  {"\033O5C", CN_KEY_WORD_RIGHT}, {"\033O5D", CN_KEY_WORD_LEFT},
  {"\033Oc", CN_KEY_WORD_RIGHT}, {"\033Od", CN_KEY_WORD_LEFT},
  {"\033[H", CN_KEY_HOME}, {"\033OH", CN_KEY_HOME},
  {"\033[1~", CN_KEY_HOME}, {"\033[7~", CN_KEY_HOME},
  {"\033[F", CN_KEY_END}, {"\033OF", CN_KEY_END}, {"\033[4~", CN_KEY_END}, {"\033[8~", CN_KEY_END},
  {"\033[2~", CN_KEY_INSERT}, {"\033[3~", CN_KEY_DELETE},
  {"\033[5~", CN_KEY_PAGE_UP}, {"\033[6~", CN_KEY_PAGE_DOWN},
  {"\033[Z", CN_KEY_BACK_TAB},
  {"\033OP", CN_KEY_F0 + 1}, {"\033OQ", CN_KEY_F0 + 2},
  {"\033OR", CN_KEY_F0 + 3}, {"\033OS", CN_KEY_F0 + 4},
  {"\033[[A", CN_KEY_F0 + 1}, {"\033[[B", CN_KEY_F0 + 2}, {"\033[[C", CN_KEY_F0 + 3},
  {"\033[[D", CN_KEY_F0 + 4}, {"\033[[E", CN_KEY_F0 + 5},
  {"\033[11~", CN_KEY_F0 + 1}, {"\033[12~", CN_KEY_F0 + 2}, {"\033[13~", CN_KEY_F0 + 3},
  {"\033[14~", CN_KEY_F0 + 4}, {"\033[15~", CN_KEY_F0 + 5}, {"\033[17~", CN_KEY_F0 + 6},
  {"\033[18~", CN_KEY_F0 + 7}, {"\033[19~", CN_KEY_F0 + 8}, {"\033[20~", CN_KEY_F0 + 9},
  {"\033[21~", CN_KEY_F0 + 10}, {"\033[23~", CN_KEY_F0 + 11}, {"\033[24~", CN_KEY_F0 + 12},
  {"\033OM", CN_KEY_ENTER},
  {"\033[200~", CN_KEY_PASTE_START}, {"\033[201~", CN_KEY_PASTE_END},
};

// The keypad of PuTTY in application mode, as the characters printed on it.
static const definition keypad_characters[] = {
  {"\033Oj", '*'}, {"\033Ok", '+'}, {"\033Ol", ','}, {"\033Om", '-'}, {"\033On", '.'},
  {"\033Oo", '/'}, {"\033Op", '0'}, {"\033Oq", '1'}, {"\033Or", '2'}, {"\033Os", '3'},
  {"\033Ot", '4'}, {"\033Ou", '5'}, {"\033Ov", '6'}, {"\033Ow", '7'}, {"\033Ox", '8'},
  {"\033Oy", '9'},
};

// Keys that a description may hold, without a number of their own in ncurses.
static const definition capabilities[] = {
  {"kUP", CN_KEY_SHIFT_UP}, {"kDN", CN_KEY_SHIFT_DOWN},
  {"kLFT5", CN_KEY_WORD_LEFT}, {"kRIT5", CN_KEY_WORD_RIGHT},
};

static void forget_sequence(const char *capability) {
  const char *sequence = tigetstr((char *)capability);
  if (sequence != NULL && sequence != (char *)-1) { define_key(sequence, 0); }
}

static int translate(int code) {
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
  return code > OURS ? code - OURS : 0;
}

void cni_open_input(void) {
  input = newpad(1, 1);
  keypad(input, TRUE);
  wtimeout(input, 0);
  // How long to wait after ESC for the rest of a key: longer where a network may split it.
  set_escdelay(getenv("SSH_TTY") != NULL ? 50 : 25);
  // The mouse is decoded by the caller: ncurses loses the press when the release is there already,
  // knows one of the two forms that terminals send, and types the other.
  forget_sequence("kmous");
  for (size_t i = 0; i < sizeof definitions / sizeof *definitions; i++) {
    define_key(definitions[i].sequence, OURS + definitions[i].key);
  }
  for (size_t i = 0; i < sizeof keypad_characters / sizeof *keypad_characters; i++) {
    define_key(keypad_characters[i].sequence, keypad_characters[i].key);
  }
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    const char *sequence = tigetstr((char *)capabilities[i].sequence);
    if (sequence == NULL || sequence == (char *)-1) { continue; }
    define_key(sequence, OURS + capabilities[i].key);
  }
}

// Bytes, decoded by the caller, not characters: where the locale is not that of the keyboard,
// get_wch() swallows an « é » and every key after it.
cn_input cn_read(void) {
  int code = wgetch(input);
  if (code == ERR) { return (cn_input){.kind = CN_NOTHING}; }
  if (code < KEY_MIN) { return (cn_input){.kind = CN_BYTE, .value = code & 0xFF}; }
  int key = translate(code);
  return (cn_input){.kind = key == 0 ? CN_OTHER : CN_KEY, .value = key};
}
