/** The database: connections, migrations, and the few places where H2 and PostgreSQL differ. */
@NullMarked
package dev.paperboy.store;

import org.jspecify.annotations.NullMarked;
