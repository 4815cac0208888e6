#!/usr/bin/perl
# What the stand-in's MgrctlProgram does, without a JVM's start: the panel's own mgrctl takes some
# ten milliseconds, and the figures are to be those of the program under test.
use strict;
use warnings;
use Socket;

my $port = $ENV{STANDIN_PORT};
socket(my $panel, PF_INET, SOCK_STREAM, 0) or die;
connect($panel, sockaddr_in($port, INADDR_LOOPBACK)) or do {
  print STDERR "ERROR Error: Type: 'client' Object: 'open' Value: 'billmgr'\n";
  exit 1;
};
my $asked = text($ENV{SSH_CONNECTION}) . pack('N', scalar @ARGV);
for my $at (0 .. $#ARGV) {
  my $named = $at > 0 && $ARGV[$at - 1] eq '-e' && $ARGV[$at] =~ /=\$(.*)/s ? $ENV{$1} : undef;
  $asked .= text($ARGV[$at]) . text($named);
}
syswrite($panel, $asked);
my $exit = number();
syswrite(STDOUT, taken(number()));
syswrite(STDERR, taken(number()));
exit $exit;

sub text {
  my ($text) = @_;
  return defined $text ? pack('N', length $text) . $text : pack('N', 0xFFFFFFFF);
}

sub number { return unpack('N', taken(4)); }

sub taken {
  my ($length) = @_;
  my $all = '';
  while (length $all < $length) {
    sysread($panel, $all, $length - length $all, length $all) or exit 70;
  }
  return $all;
}
