<#import "mail.macros.ftl" as mail>
<@mail.head head sender/>

${summary}
<#if repaired?has_content>
${repaired}
</#if>
<#if added?has_content>
<@mail.heading text("changes.added")/>
<#list added as each>
${each}
</#list>
</#if>
<#if removed?has_content>
<@mail.heading text("changes.removed")/>
<#list removed as each>
${each}
</#list>
</#if>
<#if changed?has_content>
<@mail.heading text("changes.changed")/>
<#list changed as each>
${each}
</#list>
</#if>
<#if problems?has_content>
<@mail.heading text("changes.problems")/>
<#list problems as problem>
${text("changes.problem", {"line": problem.line, "message": problem.message})}
    ${problem.source}
</#list>
</#if>
<#if findings?has_content>
<@mail.heading text("changes.found", {"count": days})/>
<#list findings as each>
${each}
</#list>
</#if>

<#if undoUrl?has_content>
<@mail.label text("changes.undo") undoUrl/>
</#if>
<@mail.label text("footer.interests") interestsUrl/>
<@mail.rule/>
<@mail.footer sender/>
