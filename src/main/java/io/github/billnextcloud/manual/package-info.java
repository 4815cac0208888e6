/**
 * What people read of the commands: help, manual page, completion, reference, all of one model. It
 * knows no other room, and nothing of it is loaded for what BILLmanager calls.
 */
package io.github.billnextcloud.manual;
