/** What is asked of a panel of which nothing is taken for granted. */
package io.github.billnextcloud.billmanager.checkup;
