// ncurses, as the Swift side sees it: no type, macro or variable of <curses.h> comes through here,
// because what Swift can import of them differs between systems and their globals are not safe.
//
// One terminal per process: standard input and output. Everything but cn_wake() belongs to the main
// thread.

#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The locale

/// Gives the process a UTF-8 character type, whatever the user's locale, and returns whether the
/// user's own locale is UTF-8. Changes LC_CTYPE alone, once.
bool cn_use_utf8(void);

/// The columns that ncurses counts for a scalar: 0, 1, 2, or -1 for one that cannot be shown.
int cn_wcwidth(unsigned int scalar);

// Opening and closing

typedef enum : int {
  CN_OPENED,
  CN_NOT_A_TERMINAL,  ///< Standard input or output is not a terminal.
  CN_UNUSABLE,        ///< No description of it is known, or it cannot move its cursor.
} cn_open_result;

/// Takes the terminal over. `last_words` is what is written, after the terminal is restored, when
/// the process crashes; the string must live for ever.
cn_open_result cn_open(const char *last_words);

/// Gives the terminal back; does nothing when it is not held.
void cn_close(void);

/// Gives the terminal back, stops the process as Ctrl-Z does, and takes the terminal over again
/// once it is continued. Where nobody could continue it, the stop does not happen.
void cn_suspend(void);

/// Takes the terminal over anew after the process was stopped and continued from outside.
void cn_resume(void);

/// Follows the terminal's size, and has everything written anew at the next cn_show().
void cn_follow_size(void);

/// Has everything written anew now.
void cn_repaint(void);

/// What TERM names, or NULL.
const char *cn_named_terminal(void);

int cn_columns(void);
int cn_rows(void);

// Waiting

enum {
  CN_INPUT = 1 << 0,      ///< There may be something for cn_read().
  CN_RESIZED = 1 << 1,    ///< The size may have changed.
  CN_ENDED = 1 << 2,      ///< The terminal is gone, or the process was told to end.
  CN_CONTINUED = 1 << 3,  ///< The process was stopped and continued from outside: cn_resume().
  CN_RESUMED = 1 << 4,    ///< cn_suspend() has come back.
  CN_STOP = 1 << 5,       ///< The process was asked to stop: cn_suspend().
  CN_WOKEN = 1 << 6,      ///< cn_wake() was called.
};

/// Waits for so many milliseconds at most, -1 without any limit, and returns why the wait ended: 0
/// when the time is over.
unsigned int cn_wait(int milliseconds);

/// Whether nothing waits to be read.
bool cn_rests(void);

/// Ends the wait; may be called from any thread, at any time.
void cn_wake(void);

// Reading

typedef enum : int {
  CN_KEY_UP = 1, CN_KEY_DOWN, CN_KEY_LEFT, CN_KEY_RIGHT,
  CN_KEY_SHIFT_UP, CN_KEY_SHIFT_DOWN, CN_KEY_SHIFT_LEFT, CN_KEY_SHIFT_RIGHT,
  CN_KEY_WORD_LEFT, CN_KEY_WORD_RIGHT,
  CN_KEY_HOME, CN_KEY_END, CN_KEY_PAGE_UP, CN_KEY_PAGE_DOWN,
  CN_KEY_ENTER, CN_KEY_BACK_TAB, CN_KEY_BACKSPACE, CN_KEY_DELETE, CN_KEY_INSERT,
  CN_KEY_F0 = 100,       ///< F1 is CN_KEY_F0 + 1, and so on to 63.
  CN_KEY_DEFINED = 200,  ///< The first of those that cn_define_key() defined.
} cn_key;

/// Has a sequence found as CN_KEY_DEFINED and a number of the caller's.
void cn_define_key(const char *sequence, int number);

/// The key that a whole sequence stands for, by the terminal's description or as it was defined: a
/// cn_key, 0 for none.
int cn_find_key(const char *sequence);

/// Takes the bytes that are waiting, at most `capacity`, without waiting for any; returns how many.
int cn_read(unsigned char *bytes, int capacity);

/// The time of a clock that never goes back.
int64_t cn_milliseconds(void);

/// How long a lone ESC is waited on for the rest of a key, in milliseconds: 25, or what ESCDELAY says.
int cn_escape_delay(void);

/// Asks for the mouse, or leaves it to the terminal. What it sends comes as bytes, in the form of
/// modes 1000 and, where the terminal knows it, 1006.
void cn_use_mouse(bool is_on);

// Drawing

enum { CN_LOOKS = 1024 };

enum {
  CN_BOLD = 1 << 0,
  CN_DIM = 1 << 1,
  CN_UNDERLINE = 1 << 2,
  CN_REVERSE = 1 << 3,
};

/// The number of colours of the terminal, 0 without any.
int cn_colors(void);

/// Forgets all looks; cells drawn with one have to be drawn again.
void cn_clear_looks(void);

/// Says what a look is: two palette colours, -1 for the terminal's own, and a set of emphases.
void cn_set_look(int index, int foreground, int background, unsigned int emphasis);

/// Fills the screen with blanks, to be drawn over.
void cn_erase(void);

/// Draws cells of one row, clipped to the screen. Nothing reaches the terminal before cn_show().
///
/// From the lowest bit a cell holds a base scalar in 21, 0 for the right half of a wide one; two
/// marks in 17 and 16; and the number of a look in 10.
void cn_draw(int row, int column, const uint64_t *cells, int count);

/// Places the cursor, and shows it or not. Hidden, it has a place too: the next frame goes on there.
void cn_place_cursor(int row, int column, bool is_shown);

/// Has what cn_show() writes kept in memory, not sent, until the frame ends. Returns false when there is
/// no memory for it.
bool cn_begin_frame(void);

/// Ends the frame, and returns how many bytes it has.
size_t cn_end_frame(void);

/// Copies at most `capacity` bytes of the last frame; returns how many.
size_t cn_frame(uint8_t *bytes, size_t capacity);

/// Sends bytes to the terminal, waiting for it where it has to.
void cn_send(const uint8_t *bytes, size_t count);

/// Rings the bell.
void cn_ring(void);

/// Writes what changed. A terminal that can shows several `rows` at once, not one after the other.
void cn_show(int rows);

#endif
