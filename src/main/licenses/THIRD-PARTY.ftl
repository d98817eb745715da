The libraries in this jar, and their licenses. If a library has several licenses, you may choose one of them.

The license texts are in META-INF/licenses: in the folder named after the artifact or its group, else in the
file named after the license. The text of Apache-2.0 is META-INF/LICENSE.

<#list dependencyMap as dependency>
<#assign library = dependency.key>
${library.groupId}:${library.artifactId}:${library.version} (${dependency.value?join(" or ")})<#if library.url?has_content> ${library.url}</#if>
</#list>

Libraries that are part of those above:

com.google.protobuf:protobuf-java (BSD-3-Clause) in prometheus-metrics-exposition-formats
com.ongres.scram:scram-client (BSD-2-Clause) in postgresql
com.ongres.scram:scram-common (BSD-2-Clause) in postgresql
com.ongres.stringprep:saslprep (BSD-2-Clause) in postgresql
com.ongres.stringprep:stringprep (BSD-2-Clause) in postgresql
jakarta.mail:jakarta.mail-api (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.antlr:antlr4-runtime (BSD-3-Clause) in jdbi3-core
org.eclipse.angus:angus-core (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.eclipse.angus:angus-mail (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.eclipse.angus:imap (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.eclipse.angus:logging-mailhandler (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.eclipse.angus:pop3 (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
org.eclipse.angus:smtp (EPL-2.0 or GPL-2.0-with-classpath-exception) in jakarta.mail
