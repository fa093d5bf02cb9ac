// The bytes of a frame: ncurses writes them to a file in memory, from where they are shortened and sent.

#include "internal.h"

#include <CSystem.h>
#include <errno.h>
#include <poll.h>
#include <unistd.h>

static int memory = -1;

bool cn_begin_frame(void) {
  if (!cni_is_held) { return false; }
  if (memory < 0) { memory = cs_memory_file("frame"); }
  return memory >= 0 && lseek(memory, 0, SEEK_SET) == 0 &&
         cs_become(memory, cni_screen) >= 0;
}

size_t cn_end_frame(void) {
  cs_become(STDOUT_FILENO, cni_screen);
  off_t count = lseek(memory, 0, SEEK_CUR);
  return count < 0 ? 0 : (size_t)count;
}

size_t cn_frame(uint8_t *bytes, size_t capacity) {
  ssize_t count = pread(memory, bytes, capacity, 0);
  return count < 0 ? 0 : (size_t)count;
}

void cn_send(const uint8_t *bytes, size_t count) {
  if (!cni_is_held) { return; }
  cni_begin_sending();
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno == EAGAIN) {
      // A terminal that somebody left without blocking, as ncurses expects too.
      poll(&(struct pollfd){.fd = STDOUT_FILENO, .events = POLLOUT}, 1, -1);
    } else if (written < 0 && errno != EINTR) {
      break;
    } else if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
  cni_end_sending();
}
