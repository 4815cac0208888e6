/** What happens to one service, from the order to the end. */
package io.github.billnextcloud.command.lifecycle;
