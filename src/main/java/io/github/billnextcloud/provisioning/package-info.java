/** Where billing words become cloud words: wanted, observed, plan, apply. */
package io.github.billnextcloud.provisioning;
