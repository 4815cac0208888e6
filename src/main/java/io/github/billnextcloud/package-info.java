/** Where the program begins and ends. */
package io.github.billnextcloud;
