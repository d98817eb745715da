package dev.paperboy.subscriber;

import dev.paperboy.mail.EmailAddress;

/**
 * Keyed hashes of addresses and domains: without the key of this installation nobody can tell whose
 * they are, or try out addresses. Threads may share it.
 */
record AddressHash(InstanceSecret secret) {

  String of(EmailAddress address) {
    return secret.derive("opt-in address", address.key());
  }

  String ofDomain(EmailAddress address) {
    return secret.derive("opt-in domain", address.domain());
  }
}
