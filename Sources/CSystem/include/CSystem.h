// What Linux alone has, or has by another name elsewhere, behind one header. A port is a file beside
// linux.c that keeps these promises; nothing else in the program names such a call.

#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <sys/types.h>

/// A file without a name, in memory, closed where another program begins; -1 when there is none.
int cs_memory_file(const char *name);
/// Makes `to` another descriptor of `from`'s file, closed where another program begins; -1 on failure.
int cs_become(int from, int to);
/// A pipe that never waits, closed where another program begins; 0, or -1 on failure.
int cs_pipe(int ends[2]);
/// Lets the process keep so many bytes that it has freed, instead of giving them back at once, for two
/// threads that allocate.
void cs_keep_memory(int bytes);
/// Milliseconds since the machine started, sleep included; no clock that is set moves it.
long cs_uptime(void);
/// The path that leads to the running program.
const char *cs_program(void);
/// The file that tells what is mounted where, as proc_pid_mountinfo(5) says it.
const char *cs_mount_table(void);

/// Begins to watch folders; a descriptor, or -1 with errno.
int cs_watch_begin(void);
/// Watches a folder: files written to their end, put in place, moved or taken away. Not what is
/// being written, which is not to be read yet. A number for `cs_watch_end`, or -1 with errno.
int cs_watch_folder(int watcher, const char *folder);
/// Takes a watch back; who reads is told that it is over.
void cs_watch_end(int watcher, int watch);
/// Waits, and puts the names of the files concerned into `names`, each ended by a zero; an empty one
/// stands for any. Bytes put there, of 16384 at most; 0 when the watch is over.
size_t cs_watch_names(int watcher, char names[static 16384]);

#endif
