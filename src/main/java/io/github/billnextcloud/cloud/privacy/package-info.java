/** Where customers of one cloud find each other, by product, version and settings. */
@NullMarked
package io.github.billnextcloud.cloud.privacy;

import org.jspecify.annotations.NullMarked;
