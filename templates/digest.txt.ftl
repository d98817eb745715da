<#-- The digest as plain text. Each line is a paragraph: it is wrapped when the mail is made. -->
<#import "mail.macros.ftl" as mail>
${head.headline}
${footer.sender.name}, ${date.full}

${head.summary}
<#list sections as section>
<@mail.heading section.name/>
<#list section.entries as entry>

<@entry.text/>
</#list>
</#list>
<#if trending?has_content>
<@mail.heading text("digest.trending")/>
<#list trending as entry>

<@entry.text/>
</#list>
</#if>
<#if more gt 0>

${text("digest.more", {"count": more})}
<@mail.label text("digest.see_all") footer.matchedUrl/>
<@mail.label text("digest.choose") footer.interestsUrl/>
</#if>
<@mail.rule/>
<@mail.label text("footer.interests_or_pause") footer.interestsUrl/>
<@mail.label text("footer.unsubscribe") footer.unsubscribeUrl/>
<@mail.label text("footer.view") footer.viewUrl/>
${text("footer.reply")}

${text("footer.why", {"address": footer.readerAddress, "sender": footer.sender.name})}
<@mail.footer footer.sender/>
