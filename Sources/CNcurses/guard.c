// A crash must leave a usable shell: the terminal as it was, and no prompt of a debugger.
//
// Everything that the handler needs is made ready beforehand, and it makes only calls that are safe
// in one. It does not call the handler that it found: Swift's would ask questions, on a terminal
// where nobody expects to answer any.

#include "internal.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { SIGNALS = sizeof fatal / sizeof *fatal };
static struct sigaction previous[SIGNALS];

// A stack overflow leaves no room for a handler on the stack itself.
static char stack[64 * 1024];
static stack_t previous_stack;

static char restoring[512];
static const char *message = "";

static atomic_bool is_dying = false;
static atomic_bool is_sending = false;
static pthread_t sender;

// Each side says what it does before it looks at what the other does, so that not both go on.
void cni_begin_sending(void) {
  sender = pthread_self();
  is_sending = true;
  if (!is_dying) { return; }
  is_sending = false;
  while (true) { pause(); }
}

void cni_end_sending(void) { is_sending = false; }

// A frame that another thread is writing ends first. Not waited for without end: a terminal that
// somebody stopped takes no more of it.
static void await_frame(void) {
  const struct timespec a_millisecond = {.tv_nsec = 1000000};
  for (int i = 0; i < 250 && is_sending && !pthread_equal(sender, pthread_self()); i++) {
    nanosleep(&a_millisecond, NULL);
  }
}

static void restore_and_die(int signal) {
  while (atomic_exchange(&is_dying, true)) { pause(); }
  await_frame();
  cni_write(STDOUT_FILENO, restoring, strlen(restoring));
  tcsetattr(STDIN_FILENO, TCSANOW, &cni_original_modes);
  tcflush(STDIN_FILENO, TCIFLUSH);
  cni_replay_errors();
  cni_write(STDOUT_FILENO, message, strlen(message));
  cni_write(STDOUT_FILENO, "\n", 1);

  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(signal);
}

// Appends a capability of the terminal, without the `$<5>` that asks for a pause.
static void append_capability(char *name) {
  const char *value = tigetstr(name);
  if (value == NULL || value == (char *)-1) { return; }
  size_t length = strlen(restoring);
  while (*value != '\0' && length + 1 < sizeof restoring) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end + 1;
    } else {
      restoring[length++] = *value++;
    }
  }
  restoring[length] = '\0';
}

void cni_install_guard(const char *last_words) {
  message = last_words;
  // Synchronized output, paste, mouse; then what the terminal's description knows.
  strcpy(restoring, "\033[?2026l\033[?2004l\033[?1006l\033[?1002l\033[?1000l");
  append_capability("rmkx");
  append_capability("sgr0");
  append_capability("cnorm");
  append_capability("rmcup");

  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, &previous_stack);
  struct sigaction action = {.sa_handler = restore_and_die, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < SIGNALS; i++) { sigaction(fatal[i], &action, &previous[i]); }
}

void cni_remove_guard(void) {
  for (int i = 0; i < SIGNALS; i++) { sigaction(fatal[i], &previous[i], NULL); }
  sigaltstack(&previous_stack, NULL);
}
