package io.github.billnextcloud.billmanager.model;

/**
 * An account that a service has, or had, by its params.
 *
 * @param stable by which the cloud knows it however called; empty where none is on record
 * @param deleted whether it was deleted, so that only its name lives on
 */
public record RecordedAccount(String name, String stable, boolean deleted) {}
