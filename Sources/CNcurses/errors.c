// While the screen is up, nothing may be written over it: standard error goes to a file in memory,
// which is copied to the real one afterwards.

#include "internal.h"

#include <CSystem.h>
#include <fcntl.h>
#include <unistd.h>

static int held = -1;
static int real = -1;

void cni_hold_errors(void) {
  if (real >= 0 || !isatty(STDERR_FILENO)) { return; }
  if (held < 0) { held = cs_memory_file("stderr"); }
  if (held < 0) { return; }
  real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real >= 0) { dup2(held, STDERR_FILENO); }
}

void cni_replay_errors(void) {
  if (real < 0) { return; }
  char bytes[1024];
  ssize_t count;
  lseek(held, 0, SEEK_SET);
  while ((count = read(held, bytes, sizeof bytes)) > 0) {
    cni_write(real, bytes, (size_t)count);
  }
}

void cni_release_errors(void) {
  if (real < 0) { return; }
  dup2(real, STDERR_FILENO);
  cni_replay_errors();
  (void)!ftruncate(held, 0);
  lseek(held, 0, SEEK_SET);
  close(real);
  real = -1;
}
