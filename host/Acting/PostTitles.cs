using Workflow.Definitions.Registers;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary>What people call a post: the title of the organisation, and of one who holds the role.</summary>
internal static class PostTitles
{
    internal static string Of(Register register, Post post, Words words) =>
        words.Tell(
            "named.post",
            ("office", new NameValue(post.Organisation, register.FindOrganisation(post.Organisation)?.Title ?? post.Organisation)),
            ("role", new NameValue(post.Role, Roles.Title(post.Role).Zh, Roles.One(post.Role)))
        );
}
