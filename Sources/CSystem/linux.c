#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

int cs_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int cs_become(int from, int to) { return dup3(from, to, O_CLOEXEC); }

int cs_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

void cs_keep_memory(int bytes) {
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_MMAP_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes / 4);
  // One for who draws, one for who saves: with one they wait for each other at every allocation.
  mallopt(M_ARENA_MAX, 2);
}

long cs_uptime(void) {
  struct timespec time = {0};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return time.tv_sec * 1000L + time.tv_nsec / 1000000;
}

const char *cs_program(void) { return "/proc/self/exe"; }

const char *cs_mount_table(void) { return "/proc/self/mountinfo"; }

int cs_watch_begin(void) { return inotify_init1(IN_CLOEXEC); }

int cs_watch_folder(int watcher, const char *folder) {
  return inotify_add_watch(
    watcher, folder,
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM | IN_MOVE_SELF | IN_ONLYDIR);
}

void cs_watch_end(int watcher, int watch) { inotify_rm_watch(watcher, watch); }

size_t cs_watch_names(int watcher, char names[static 16384]) {
  enum { capacity = 16384 };
  _Alignas(struct inotify_event) char events[capacity];
  ssize_t count = read(watcher, events, capacity);
  if (count < 0 && errno == EINTR) {
    // Anything may have happened.
    names[0] = '\0';
    return 1;
  }
  size_t put = 0;
  for (ssize_t place = 0; place + (ssize_t)sizeof(struct inotify_event) <= count;) {
    const struct inotify_event *event = (const struct inotify_event *)(events + place);
    if (event->mask & IN_IGNORED) { return 0; }
    size_t length = event->len == 0 ? 0 : strnlen(event->name, event->len);
    // An event is longer than its name: they all have room.
    memcpy(names + put, event->name, length);
    names[put + length] = '\0';
    put += length + 1;
    place += (ssize_t)sizeof(struct inotify_event) + (ssize_t)event->len;
  }
  return put;
}
