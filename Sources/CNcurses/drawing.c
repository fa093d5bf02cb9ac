#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static struct {
  attr_t attributes;
  int pair;
  // A blank of this look: most cells are made of it, with their own character in place of the blank.
  cchar_t blank;
} looks[CN_LOOKS];

static struct {
  int foreground, background;
} pairs[CN_LOOKS];
static int pair_count = 1;

static bool has_default_colors = false;
static bool is_synchronized = false;

void cni_open_drawing(const char *term) {
  curs_set(0);
  if (has_colors()) {
    start_color();
    has_default_colors = use_default_colors() == OK;
  }
  is_synchronized = strcmp(term, "linux") != 0;
}

// Looks

int cn_colors(void) { return has_colors() ? COLORS : 0; }

void cn_clear_looks(void) {
  memset(looks, 0, sizeof looks);
  pair_count = 1;
}

// The number of a pair of colours, made when it is new; 0, the terminal's own, when none is left.
static int pair_of(int foreground, int background) {
  if (!has_colors()) { return 0; }
  if (!has_default_colors) {
    if (foreground < 0) { foreground = COLOR_WHITE; }
    if (background < 0) { background = COLOR_BLACK; }
  } else if (foreground < 0 && background < 0) {
    return 0;
  }
  for (int i = 1; i < pair_count; i++) {
    if (pairs[i].foreground == foreground && pairs[i].background == background) { return i; }
  }
  if (pair_count >= COLOR_PAIRS || pair_count >= CN_LOOKS) { return 0; }
  if (init_extended_pair(pair_count, foreground, background) == ERR) { return 0; }
  pairs[pair_count].foreground = foreground;
  pairs[pair_count].background = background;
  return pair_count++;
}

void cn_set_look(int index, int foreground, int background, unsigned int emphasis) {
  if (index < 0 || index >= CN_LOOKS) { return; }
  attr_t attributes = A_NORMAL;
  if (emphasis & CN_BOLD) { attributes |= A_BOLD; }
  if (emphasis & CN_DIM) { attributes |= A_DIM; }
  if (emphasis & CN_UNDERLINE) { attributes |= A_UNDERLINE; }
  if (emphasis & CN_REVERSE) { attributes |= A_REVERSE; }
  looks[index].attributes = attributes;
  looks[index].pair = pair_of(foreground, background);
  // The pair goes through the last argument: the one before it cannot hold one above 255.
  setcchar(&looks[index].blank, L" ", attributes, 0, &looks[index].pair);
}

// Cells

enum {
  BASE_BITS = 21,
  FIRST_BITS = 17,
  SECOND_BITS = 16,
  GLYPH_BITS = BASE_BITS + FIRST_BITS + SECOND_BITS,
};
_Static_assert(CN_LOOKS == 1 << (64 - GLYPH_BITS), "a cell holds the number of any look");

static wchar_t scalar_in(uint64_t cell, int shift, int bits) {
  return (wchar_t)(cell >> shift & ((1u << bits) - 1));
}

static bool is_right_half(uint64_t cell) { return cell << (64 - GLYPH_BITS) == 0; }

// The last gate before the terminal: whatever a cell holds, what is written is a glyph of the width
// that the canvas counted, never a control character.
static wchar_t base_of(uint64_t cell, int width) {
  wchar_t base = scalar_in(cell, 0, BASE_BITS);
  if (base >= 0x20 && base < 0x7F) { return width == 1 ? base : L' '; }
  if (!cni_has_utf8) { return L'?'; }
  if (base < 0xA0) { return L' '; }
  // Letters of Europe, nearly all that is not ASCII here: no need to ask.
  if (base < 0x300 && base != 0xAD && width == 1) { return base; }
  return wcwidth(base) == width ? base : 0xFFFD;
}

static void make_cell(cchar_t *result, uint64_t cell, int width) {
  int look = (int)(cell >> GLYPH_BITS);
  wchar_t marks[] = {
    scalar_in(cell, BASE_BITS, FIRST_BITS), scalar_in(cell, BASE_BITS + FIRST_BITS, SECOND_BITS)};
  if (marks[0] == 0) {
    *result = looks[look].blank;
    result->chars[0] = base_of(cell, width);
    return;
  }
  wchar_t text[4] = {base_of(cell, width)};
  int length = 1;
  for (int i = 0; i < 2 && cni_has_utf8; i++) {
    if (marks[i] != 0 && wcwidth(marks[i]) == 0) { text[length++] = marks[i]; }
  }
  setcchar(result, text, looks[look].attributes, 0, &looks[look].pair);
}

void cn_erase(void) { werase(stdscr); }

void cn_draw(int row, int column, const uint64_t *cells, int count) {
  static cchar_t *line = NULL;
  static int capacity = 0;
  int width = getmaxx(stdscr);
  if (row < 0 || row >= getmaxy(stdscr) || column < 0 || column >= width) { return; }
  if (count > width - column) { count = width - column; }
  if (count > capacity) {
    cchar_t *larger = realloc(line, (size_t)count * sizeof *line);
    if (larger == NULL) { return; }
    line = larger;
    capacity = count;
  }
  int made = 0;
  for (int i = 0; i < count; i++) {
    bool is_wide = i + 1 < count && !is_right_half(cells[i]) && is_right_half(cells[i + 1]);
    make_cell(&line[made++], cells[i], is_wide ? 2 : 1);
    // A wide glyph that became something narrow leaves its right half to be drawn as a blank.
    if (is_wide && wcwidth(base_of(cells[i], 2)) == 2) { i++; }
  }
  // Unlike addstr, neither wraps nor fails in the bottom right corner.
  mvwadd_wchnstr(stdscr, row, column, line, made);
}

// Showing

void cn_place_cursor(int row, int column, bool is_shown) {
  if (!cni_is_held) { return; }
  curs_set(is_shown);
  int right = getmaxx(stdscr) - 1, bottom = getmaxy(stdscr) - 1;
  wmove(stdscr, row < bottom ? row : bottom, column < right ? column : right);
}

void cn_ring(void) {
  if (cni_is_held) { beep(); }
}

void cn_show(int rows) {
  if (!cni_is_held) { return; }
  static const char start[] = "\033[?2026h", end[] = "\033[?2026l";
  // Only where an update could be seen half done. Around a few rows its two writes and 16 bytes cost
  // more than they are worth: a typed character is no more than that itself.
  bool is_framed = rows > getmaxy(stdscr) / 4 && is_synchronized;
  wnoutrefresh(stdscr);
  // Around doupdate(), which writes all that it holds: the order is kept.
  if (is_framed) { cni_write(cni_screen, start, sizeof start - 1); }
  doupdate();
  if (is_framed) { cni_write(cni_screen, end, sizeof end - 1); }
}
