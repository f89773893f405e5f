using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Cases;

/// <summary>Calls a process by its title where a refusal held only its id: of one that is not in force the engine is told nothing.</summary>
internal static class TitledProcess
{
    /// <summary>Returns a refusal that calls the process by its title.</summary>
    internal static Refusal In(Refusal refusal, PublishedProcesses processes) =>
        refusal is { Code: "process.not_in_force" } && refusal.Message.Value("process") is NameValue named && named.Id == named.Zh
            ? new Refusal(
                new Message(
                    refusal.Code,
                    [.. refusal.Message.Values.Select(v => v.Name == "process" ? (v.Name, Title(named, processes)) : v)]
                )
            )
            : refusal;

    private static MessageValue Title(NameValue named, PublishedProcesses processes) =>
        processes.List(named.Id) is [.., var latest] && processes.Find(latest.Digest)?.Definition.Title is { } title
            ? new NameValue(named.Id, title.Zh, title.En)
            : named;
}
