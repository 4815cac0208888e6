/**
 * What is wrong, from Java to the last hop: {@code Doctor}, then the checks of {@code HostChecks},
 * {@code PanelAccessChecks} and {@code SalesReadinessChecks}, and of each processing module those
 * from {@code ModuleSettingsChecks} on, in the order in which a command goes that way.
 */
@NullMarked
package io.github.billnextcloud.operator.doctor;

import org.jspecify.annotations.NullMarked;
