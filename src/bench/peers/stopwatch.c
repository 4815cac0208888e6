/*
 * Runs programs and tells what each took: "stopwatch AT_ONCE".
 *
 * Each line of stdin is a job, its fields separated by tabs: folder, stdin, stdout and stderr (files),
 * then the program with its arguments. For each job that has ended, a line of stdout: its number from
 * 0, its exit code (or 128 + signal), and wall microseconds, CPU microseconds and peak KiB.
 *
 * CPU is user and system time of the program and of all that it started and waited for. The peak is
 * the largest of theirs. A child begins with its parent's peak, so this parent has to be small.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_AT_ONCE = 64, MOST_FIELDS = 64 };

static struct {
  pid_t pid;
  long number;
  long long begun;
} running[MOST_AT_ONCE];

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static long long micros(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

static void redirect(int descriptor, const char *file, int flags) {
  int opened = open(file, flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
  close(opened);
}

static void run(char *line) {
  char *fields[MOST_FIELDS + 1];
  int count = 0;
  for (char *field; count < MOST_FIELDS && (field = strsep(&line, "\t")); count++) {
    fields[count] = field;
  }
  fields[count] = NULL;
  if (count < 5 || chdir(fields[0]) != 0) _exit(126);
  redirect(0, fields[1], O_RDONLY);
  redirect(1, fields[2], O_WRONLY | O_CREAT | O_TRUNC);
  redirect(2, fields[3], O_WRONLY | O_CREAT | O_TRUNC);
  execv(fields[4], fields + 4);
  _exit(127);
}

static void begin(char *line, long number) {
  int slot = 0;
  while (running[slot].pid) slot++;
  running[slot].number = number;
  running[slot].begun = now();
  pid_t pid = fork();
  if (pid < 0) exit(1);
  if (pid == 0) run(line);
  running[slot].pid = pid;
}

static void await(void) {
  int status;
  struct rusage usage;
  pid_t pid = wait4(-1, &status, 0, &usage);
  long long ended = now();
  for (int slot = 0; slot < MOST_AT_ONCE; slot++) {
    if (pid > 0 && running[slot].pid == pid) {
      running[slot].pid = 0;
      int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      printf("%ld %d %lld %lld %ld\n", running[slot].number, code, ended - running[slot].begun,
             micros(usage.ru_utime) + micros(usage.ru_stime), usage.ru_maxrss);
      fflush(stdout);
    }
  }
}

int main(int argc, char **argv) {
  int at_once = argc > 1 ? atoi(argv[1]) : 1;
  if (at_once < 1 || at_once > MOST_AT_ONCE) return 2;
  char *line = NULL;
  size_t size = 0;
  int busy = 0;
  long number = 0;
  for (ssize_t length; (length = getline(&line, &size, stdin)) > 0; number++) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    begin(line, number);
    if (++busy == at_once) {
      await();
      busy--;
    }
  }
  for (; busy > 0; busy--) await();
  return 0;
}
