#include "internal.h"

#include <CSystem.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

struct termios cni_original_modes;
static bool is_open = false;
bool cni_is_held = false;
int cni_screen = -1;

static bool wants_mouse = false;

// Modes that ncurses leaves alone. Nothing asks whether the terminal knows them: one that does not
// ignores them, and answers to questions end up in the shell.
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";

#define SEND(text) cni_write(STDOUT_FILENO, text, sizeof text - 1)

static void set_modes(void) {
  // ncurses asks for the keypad's other form, ESC O A; in this one, ESC [ A, a key that a slow line
  // cuts after ESC goes on with a sign that is no letter. One with padding is for terminals of wire.
  if (keypad_local != NULL && strchr(keypad_local, '$') == NULL) {
    cni_write(STDOUT_FILENO, keypad_local, strlen(keypad_local));
  }
  SEND(paste_on);
  if (wants_mouse) { SEND(mouse_on); }
}

static void unset_modes(void) {
  if (wants_mouse) { SEND(mouse_off); }
  SEND(paste_off);
}

void cni_write(int file, const char *text, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, text, count);
    if (written < 0 && errno == EINTR) { continue; }
    if (written <= 0) { return; }
    text += written;
    count -= (size_t)written;
  }
}

// Where distributions keep what terminals can do, beside the places that this ncurses was built with,
// which an empty one stands for: the program is one file for all of them.
static const char more_terminfo[] =
  ":/usr/lib/terminfo:/usr/share/lib/terminfo:/usr/local/share/terminfo"
  ":/run/current-system/sw/share/terminfo";

// newterm, because initscr ends the process when it does not know the terminal.
static const char *open_screen(void) {
  const char *named = getenv("TERM");
  const char *const names[] = {named, "xterm-256color", "vt100"};
  // The size is the kernel's, never that of LINES and COLUMNS, which don't follow the window.
  use_env(FALSE);
  use_tioctl(TRUE);
  cni_screen = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  FILE *screen = cni_screen < 0 ? NULL : fdopen(cni_screen, "w");
  if (screen == NULL) { return NULL; }
  // Before any thread of ours is begun.
  setenv("TERMINFO_DIRS", more_terminfo, false);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i] == NULL || *names[i] == '\0') { continue; }
    if (newterm(names[i], screen, stdin) != NULL) { return names[i]; }
  }
  return NULL;
}

// ncurses 6.4 writes after each movement of the cursor, a frame in ten pieces, until the screen has
// been left and come back to once. It is left out of sight here, before anything was shown.
static void settle(void) {
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) { return; }
  cs_become(nowhere, cni_screen);
  endwin();
  cs_become(STDOUT_FILENO, cni_screen);
  doupdate();
  close(nowhere);
}

cn_open_result cn_open(const char *last_words) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) { return CN_NOT_A_TERMINAL; }
  if (tcgetattr(STDIN_FILENO, &cni_original_modes) != 0) { return CN_NOT_A_TERMINAL; }
  if (is_open || !cni_open_pipe()) { return CN_UNUSABLE; }
  // A frame is a canvas of some 100 kB, freed when the next is there. Given back to the system each
  // time, it would cost two system calls, and a page fault for every 4 kB of the next one.
  cs_keep_memory(4 << 20);
  cn_use_utf8();
  // Before newterm, which would set its own where it finds none: they can deadlock, and end the
  // process before it has saved.
  cni_install_handlers();
  const char *term = open_screen();
  if (term == NULL || cursor_address == NULL) {
    if (term != NULL) { endwin(); }
    cni_remove_handlers();
    return CN_UNUSABLE;
  }
  settle();
  raw();
  noecho();
  nonl();
  // Updates are never left half done because a key is waiting.
  typeahead(-1);
  cni_open_input();
  cni_open_drawing(term);
  cni_install_guard(last_words);
  cni_hold_errors();
  wants_mouse = false;
  set_modes();
  is_open = cni_is_held = true;
  atexit(cn_close);
  return CN_OPENED;
}

// Whether the terminal is somebody else's now, a shell's that stopped us.
static bool is_in_background(void) {
  pid_t foreground = tcgetpgrp(STDIN_FILENO);
  return foreground > 0 && foreground != getpgrp();
}

static void let_go(void) {
  if (!cni_is_held) { return; }
  cni_is_held = false;
  if (!is_in_background()) {
    unset_modes();
    endwin();
  }
  cni_release_errors();
}

void cn_close(void) {
  if (!is_open) { return; }
  is_open = false;
  let_go();
  cni_remove_guard();
  cni_remove_handlers();
}

// In the background, setting the modes stops us until we are brought back: that is right, unless the
// process has to end.
static void take_again(void) {
  if (!is_open || (is_in_background() && cni_is_noted(CN_ENDED))) { return; }
  reset_prog_mode();
  cni_is_held = true;
  cni_hold_errors();
  set_modes();
  cn_follow_size();
}

void cn_suspend(void) {
  let_go();
  cni_stop();
  cni_forget(CN_CONTINUED);
  take_again();
  cni_note(CN_RESUMED);
}

void cn_resume(void) {
  take_again();
  // Another program may have left the other screen: leave it ourselves, and enter it.
  let_go();
  take_again();
}

void cn_use_mouse(bool is_on) {
  if (is_on == wants_mouse) { return; }
  wants_mouse = is_on;
  if (!cni_is_held) { return; }
  if (is_on) {
    SEND(mouse_on);
  } else {
    SEND(mouse_off);
  }
}

void cn_follow_size(void) {
  struct winsize size;
  if (!cni_is_held) { return; }
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    if (size.ws_row != LINES || size.ws_col != COLS) { resizeterm(size.ws_row, size.ws_col); }
  }
  clearok(curscr, TRUE);
}

void cn_repaint(void) {
  if (!cni_is_held) { return; }
  clearok(curscr, TRUE);
  cn_show(getmaxy(stdscr));
}

int cn_columns(void) { return getmaxx(stdscr); }
int cn_rows(void) { return getmaxy(stdscr); }

const char *cn_named_terminal(void) { return getenv("TERM"); }
