// A signal becomes a bit and a byte in a pipe, so that one poll waits for everything and nothing
// can slip in between looking and waiting. The bit carries the reason: a full pipe loses nothing.

#include "internal.h"

#include <CSystem.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

static atomic_uint reasons;
static int pipe_ends[2] = {-1, -1};

static const struct {
  int signal;
  unsigned int reason;
} table[] = {
  {SIGWINCH, CN_RESIZED}, {SIGTERM, CN_ENDED}, {SIGHUP, CN_ENDED}, {SIGINT, CN_ENDED},
  {SIGQUIT, CN_ENDED},    {SIGTSTP, CN_STOP},  {SIGCONT, CN_CONTINUED},
};
enum { SIGNALS = sizeof table / sizeof *table };
static struct sigaction previous[SIGNALS];

// Never closed: a worker may wake a terminal that is being closed.
bool cni_open_pipe(void) {
  return pipe_ends[0] >= 0 || cs_pipe(pipe_ends) == 0;
}

void cni_note(unsigned int reason) {
  atomic_fetch_or(&reasons, reason);
  if (pipe_ends[1] >= 0) { cni_write(pipe_ends[1], "", 1); }
}

bool cni_is_noted(unsigned int reason) { return (atomic_load(&reasons) & reason) != 0; }

void cni_forget(unsigned int reason) { atomic_fetch_and(&reasons, ~reason); }

void cn_wake(void) { cni_note(CN_WOKEN); }

static void handle(int signal) {
  int saved = errno;
  for (int i = 0; i < SIGNALS; i++) {
    if (table[i].signal == signal) { cni_note(table[i].reason); }
  }
  errno = saved;
}

void cni_install_handlers(void) {
  struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < SIGNALS; i++) { sigaction(table[i].signal, &action, &previous[i]); }
}

void cni_remove_handlers(void) {
  for (int i = 0; i < SIGNALS; i++) { sigaction(table[i].signal, &previous[i], NULL); }
}

// The whole group, as the terminal's own Ctrl-Z: a script or a make that runs the program has to
// stop with it, or the shell never gets its turn.
void cni_stop(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

// Waits for the terminal and for the pipe, at most so many milliseconds, or without a limit when -1.
static int poll_all(struct pollfd watched[2], int limit) {
  watched[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
  watched[1] = (struct pollfd){.fd = pipe_ends[0], .events = POLLIN};
  return poll(watched, 2, limit);
}

bool cn_rests(void) {
  struct pollfd watched[2];
  return poll_all(watched, 0) == 0;
}

unsigned int cn_wait(int milliseconds) {
  for (;;) {
    struct pollfd watched[2];
    int count = poll_all(watched, milliseconds);
    if (count < 0) {
      if (errno == EINTR) { continue; }
      return CN_ENDED;
    }
    if (count == 0) { return 0; }
    unsigned int result = 0;
    // A key leaves the pipe alone; a reason noted meanwhile is in it for the next wait.
    if (watched[1].revents != 0) {
      char bytes[256];
      while (read(pipe_ends[0], bytes, sizeof bytes) > 0) {}
      result = atomic_exchange(&reasons, 0);
    }
    // A terminal that hung up also says that there is input, and then reads as empty for ever.
    if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
      result |= CN_ENDED;
    } else if (watched[0].revents & POLLIN) {
      result |= CN_INPUT;
    }
    if (result != 0) { return result; }
  }
}
