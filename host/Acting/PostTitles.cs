using Workflow.Definitions.Registers;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Wording;

namespace Workflow.Host.Acting;

/// <summary>What people call a post: the title of the organisation, and of one who holds the role.</summary>
internal static class PostTitles
{
    internal static string Of(Register register, Post post, Words words) =>
        words.Title(
            Roles.Post(post.ToString(), register.FindOrganisation(post.Organisation).NameOf(post.Organisation), Roles.One(post.Role))
        );
}
