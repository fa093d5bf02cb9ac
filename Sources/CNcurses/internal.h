// What the files of this target share. The only place where <curses.h> is included.

#ifndef CN_INTERNAL_H
#define CN_INTERNAL_H

#define _GNU_SOURCE
// Before <curses.h>, or its wide-character half is not declared.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdatomic.h>
#include <stddef.h>
#include <termios.h>

#include "CNcurses.h"

/// Whether texts can be sent as UTF-8; false only where no UTF-8 locale at all is installed.
extern bool cni_has_utf8;

/// Whether the terminal is ours to write to: not before cn_open(), nor while suspended.
extern bool cni_is_held;

/// The terminal as ncurses writes to it: its own way there, so that the bytes of a frame can be turned aside.
extern int cni_screen;

/// The modes of the terminal before it was taken over.
extern struct termios cni_original_modes;

/// Writes all of it to a file, also when interrupted. Safe in a signal handler.
void cni_write(int file, const char *text, size_t count);

// signals.c
bool cni_open_pipe(void);
void cni_install_handlers(void);
void cni_remove_handlers(void);
/// Stops the process group, with the default action.
void cni_stop(void);
/// Leaves a reason for the next wait to return.
void cni_note(unsigned int reason);
bool cni_is_noted(unsigned int reason);
void cni_forget(unsigned int reason);

// guard.c
void cni_install_guard(const char *last_words);
void cni_remove_guard(void);
/// Goes around what writes a frame: no frame starts once a thread is dying, and its last words wait
/// for the end of one that did.
void cni_begin_sending(void);
void cni_end_sending(void);

// errors.c
void cni_hold_errors(void);
void cni_release_errors(void);
/// Copies what was held to the real standard error. Safe in a signal handler.
void cni_replay_errors(void);

// input.c
void cni_open_input(void);

// drawing.c
void cni_open_drawing(const char *term);

#endif
