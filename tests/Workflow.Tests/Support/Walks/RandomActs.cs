using System.Collections.Immutable;
using System.Security.Cryptography;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Walks;

/// <summary>Turns an offer into a command with everything that the offer asks for filled in.</summary>
internal sealed class RandomActs(Random random, ScenarioWorld world)
{
    /// <summary>The content of the file that is attached wherever one is.</summary>
    internal static readonly byte[] Content = "%PDF-附图"u8.ToArray();

    private static readonly string Attached = Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Returns the command of an offer; null when nobody is there with whom it could be done.</summary>
    internal CaseCommand? Command(PublishedProcess process, CaseState state, ActionOffer offer, PersonFact actor, DateOnly day) =>
        offer.Action == "migrate" ? NextEditions.Move(process)
        : offer.Action is "add-signer" or "remove-signer" or "transfer" or "delegate" or "consult" or "recall" or "reply" or "take-back"
            ? new RandomCompany(random, world, process, state, actor, day).Command(offer)
        : Alone(process, state, offer, actor, day);

    private CaseCommand? Alone(PublishedProcess process, CaseState state, ActionOffer offer, PersonFact actor, DateOnly day) =>
        offer.Action switch
        {
            "complete" => Signed(Complete(process, state, offer, actor, day), process.Find(offer.Target!) is StepNode { Officers: > 1 }),
            "answer" => Answer(process, state, offer, actor, day),
            "claim" => new Claim(offer.Target!),
            "release" => new Release(offer.Target!, offer.Choice),
            "return" => new Return(
                offer.Target!,
                offer.Choice!,
                "材料有误",
                random.Next(3) switch
                {
                    0 => ReturnMode.ReRun,
                    1 => ReturnMode.StraightBack,
                    _ => null,
                }
            ),
            "extend-clock" => new ExtendClock(offer.Target!, Extension(process, state.Clocks[offer.Target!]), "情况复杂"),
            "pause-clock" => new PauseClock(
                offer.Target!,
                offer.Choice!,
                "特别程序告知书",
                random.Next(2) == 0 ? null : day.AddDays(random.Next(1, 20))
            ),
            "resume-clock" => new ResumeClock(offer.Target!, offer.Choice!),
            "comment" => new Comment("已电话核实"),
            "attach" => new Attach(Attached, "附图.pdf", Content.Length),
            "terminate" => new Terminate("申请人主体灭失"),
            "copy" => new SendCopy([actor.Id], null),
            "supervise" => new Supervise("请三日内报告", null, day.AddDays(3)),
            "correct-form" => new CorrectForm(Corrected(process, day), "更正申请书", "填写有误"),
            "cancel" => new CancelCase("重复立案"),
            "suspend" => new SuspendCase("挂起通知", "等待上级批复"),
            "resume" => new ResumeCase(),
            "jump" => new Jump(offer.Choice!, "上级指示"),
            "reopen" => state.Files.FirstOrDefault() is { } order ? new ReopenCase(offer.Choice!, order.Name, "责令重新作出") : null,
            "correct-silence" => new CorrectSilence(offer.Target!, "收文登记", "当日已答复"),
            "receive-material" => new ReceiveMaterial(offer.Target!, Until(process, offer.Target!, day)),
            "share-material" => new ShareMaterial(offer.Target!, "查询记录1号", Until(process, offer.Target!, day)),
            "return-material" => new ReturnMaterial(offer.Target!, random.Next(2) == 0 ? "退件收条" : null),
            "record-attendance" => new RecordAttendance(offer.Target!, Absent(process, state.Steps[offer.Target!]), "外出"),
            "confirm-party" => new ConfirmParty(offer.Target!),
            "unconfirm-party" => new UnconfirmParty(offer.Target!, "核对有误"),
            "add-party" => Citizen() is var joins && state.Parties.Any(p => (p.Role, p.Person) == (offer.Target, joins))
                ? null
                : new AddParty(offer.Target!, joins, $"当事人{state.Entries}", "查明后追加"),
            "notify" => new Notify(offer.Target!, "补充告知有关事项", random.Next(2) == 0 ? null : "告字1号"),
            "seal-lots" => new SealLots(offer.Target!),
            "redraw" => Redraw(process, state, offer),
            "urge" when offer.Target is { } step => new Urge("请尽快办理", step),
            "urge" => state.Informed.FirstOrDefault(p => state.Urgings.All(u => u.Reader != p || u.By != actor.Id || u.On != day))
                is { } reader
                ? new Urge("请阅", null, reader)
                : null,
            var other => throw new AssertionException($"No command for the offer {other}."),
        };

    // Somebody drawn on whose row nobody has acted, while there is somebody to take the place.
    // Half of the time nobody, otherwise one who has not answered where enough are left.
    private ImmutableArray<string> Absent(PublishedProcess process, StepState step)
    {
        var joint = (JointNode)process.Find(step.Key)!;
        var members = step.Entitled.Select(e => e.Key).Where(k => k != VoteRule.HeadKey).Distinct().ToList();
        var silent = members.FirstOrDefault(m => step.Answers.All(a => a.Participant != m) && !joint.Vote.HoldsVeto(m));
        return silent is null || members.Count <= joint.Vote.Quorum!.Least(members.Count) || random.Next(2) == 0 ? [] : [silent];
    }

    private static Redraw? Redraw(PublishedProcess process, CaseState state, ActionOffer offer)
    {
        var (step, node) = (state.Steps[offer.Target!], (DrawNode)process.Find(offer.Target!)!);
        bool IsUntouched(int row) =>
            state
                .Steps.Values.Where(s =>
                    s.Key.EndsWith($"[{row}]", StringComparison.Ordinal)
                    && process.Find(s.Key) is WorkNode { ForEachDrawn: { } draw }
                    && draw == step.Key
                )
                .All(s => !s.Actors.Any() && s.Proposed is null);
        var row = step.Drawn.FirstOrDefault(IsUntouched);
        if (offer.Allowed && (row == 0 || step.Lots!.Used >= Population.Of(node, state).Size))
            return null;
        return new Redraw(step.Key, [new Recusal(row == 0 ? step.Drawn[0] : row, "有利害关系")]);
    }

    private ImmutableSortedDictionary<string, FieldValue> Corrected(PublishedProcess process, DateOnly day)
    {
        if (process.Definition.Form.IsEmpty)
            return ImmutableSortedDictionary<string, FieldValue>.Empty;
        var field = process.Definition.Form[random.Next(process.Definition.Form.Length)];
        return ImmutableSortedDictionary<string, FieldValue>.Empty.Add(field.Id, Value(field, process, day));
    }

    private Complete Complete(PublishedProcess process, CaseState state, ActionOffer offer, PersonFact actor, DateOnly day)
    {
        var node = (WorkNode)process.Find(offer.Target!)!;
        var outcome = node.Outcomes.Single(o => o.Id == offer.Choice);
        ImmutableArray<string> received =
        [
            .. process
                .Definition.Materials.Select(m => m.Id)
                .Where(_ => !outcome.MaterialsIncomplete && (outcome.MaterialsComplete || random.Next(4) > 0)),
        ];
        return new Complete
        {
            Step = offer.Target!,
            Outcome = outcome.Id,
            Reasons = "理由充分",
            Fields = Served(Fields([.. node.Asks, .. outcome.Asks], process, day, state), process, state, (node, outcome)),
            Numbers = Numbers(process, outcome.Issues),
            Materials = node.ChecksMaterials ? received : null,
            Promised = node.ChecksMaterials ? Promised(process, state, received) : ImmutableSortedDictionary<string, string>.Empty,
            ValidUntil = node.ChecksMaterials
                ? Dated(process, received, day, outcome.MaterialsComplete)
                : ImmutableSortedDictionary<string, DateOnly>.Empty,
            With = node is StepNode { Officers: > 1 } ? Others(process, state, offer.Target!, actor, day) : [],
        };
    }

    private ImmutableSortedDictionary<string, string> Promised(
        PublishedProcess process,
        CaseState state,
        ImmutableArray<string> received
    ) =>
        process
            .Definition.Materials.Where(m =>
                m.Promise is not null && !received.Contains(m.Id) && Standings.Of(state, m.Id) != Standing.Promised && random.Next(2) == 0
            )
            .ToImmutableSortedDictionary(m => m.Id, _ => "承诺书1号");

    // Now and then one that has expired, where it may have.
    private ImmutableSortedDictionary<string, DateOnly> Dated(
        PublishedProcess process,
        ImmutableArray<string> received,
        DateOnly day,
        bool valid
    ) =>
        process
            .Definition.Materials.Where(m => m.Dated && received.Contains(m.Id))
            .ToImmutableSortedDictionary(m => m.Id, _ => day.AddDays(random.Next(valid ? 1 : -20, 200)));

    private static DateOnly? Until(PublishedProcess process, string material, DateOnly day) =>
        process.Definition.Materials.Single(m => m.Id == material).Dated ? day.AddDays(30) : null;

    // Where two must sign and all colleagues are away there is nobody with whom it could be done.
    private static Complete? Signed(Complete complete, bool isByTwo) => isByTwo && complete.With.IsEmpty ? null : complete;

    private Answer Answer(PublishedProcess process, CaseState state, ActionOffer offer, PersonFact actor, DateOnly day)
    {
        var joint = (JointNode)process.Find(offer.Target!)!;
        var participant = Turns.Holders(process, state.Steps[joint.Id]).FirstOrDefault(e => IsMine(e, actor))?.Key;
        return new Answer
        {
            Step = joint.Id,
            Participant = participant,
            Choice = offer.Choice,
            Opinion = "意见如上",
            Fields = Fields([.. joint.Asks, .. joint.Outcomes.FirstOrDefault(o => o.Id == offer.Choice)?.Asks ?? []], process, day, state),
            Numbers = Numbers(process, joint.Outcomes.SelectMany(o => o.Issues)),
            // An added signer signs alone, and so does whoever has an opinion once the result is there.
            With =
                state.Steps[joint.Id].Status != StepStatus.Open
                || (participant is not null && joint.Participants.All(p => p.Key != participant))
                    ? []
                    : Others(process, state, joint.Id, actor, day, participant),
        };
    }

    private static Period Extension(PublishedProcess process, ClockState clock) => ClockRules.Of(process, clock).Extensions[0].Period;

    // Colleagues at work who hold the post and whom no separation bars, so that steps for two officers can be signed; also after the task was handed over. In a joint one person has one voice.
    private ImmutableArray<string> Others(
        PublishedProcess process,
        CaseState state,
        string step,
        PersonFact actor,
        DateOnly day,
        string? participant = null
    )
    {
        var posts =
            state
                .Steps.GetValueOrDefault(step)
                ?.Entitled.Where(e => e.Organisation is not null && (participant is null || e.Key == participant) && IsMine(e, actor))
                .Select(e => new Post(e.Organisation!, e.Role!))
                .ToList()
            ?? [];
        var separated = process.Separated(StepKey.IdOf(step)).ToHashSet();
        var barred = state
            .Superseded.Concat(state.Steps.Values)
            .Where(s => separated.Contains(StepKey.IdOf(s.Key)))
            .SelectMany(s => s.Actors)
            .ToHashSet();
        var voices = state.Steps.GetValueOrDefault(step)?.Answers.SelectMany(a => a.Voices).ToHashSet() ?? [];
        return
        [
            .. world
                .Register.People.Select(p => world.Register.Person(p.Id, day)!)
                .Where(p => p.Id != actor.Id && p.Posts.Intersect(posts).Any() && !voices.Contains(p.Id) && !barred.Contains(p.Id))
                .Where(p => !p.IsAway)
                .Take(1)
                .Select(p => p.Id),
        ];
    }

    // One of several addressees is named by its name; what the same post drew up itself is served on nobody.
    private static ImmutableSortedDictionary<string, FieldValue> Served(
        ImmutableSortedDictionary<string, FieldValue> fields,
        PublishedProcess process,
        CaseState state,
        (WorkNode Node, OutcomeRule Outcome) done
    )
    {
        if (done.Outcome.Serves?.ToField is not { } field)
            return fields;
        var own = (done.Node as StepNode)?.By;
        var left =
            from document in state.Documents
            where document.Void is null && (document.Served is null || !document.Services.IsEmpty)
            where
                process.Definition.Documents.Single(t => t.Id == document.Issued.Document).StatesRemedies
                || (process.Find(document.Issued.Step) as StepNode)?.By != own
            from to in document.Issued.To ?? [.. state.Parties.Where(p => p.Since is null).Select(p => new Addressee(p.Person, p.Name))]
            where document.Services.All(s => s.To != to)
            select to.Name;
        return left.FirstOrDefault() is { } name ? fields.SetItem(field, new TextValue(name)) : fields;
    }

    private string Citizen()
    {
        var citizens = world.Register.People.Where(p => p.Posts.IsEmpty).ToList();
        return citizens[random.Next(citizens.Count)].Id;
    }

    private static bool IsMine(Entitlement entitled, PersonFact actor) =>
        entitled.Person is { } only ? only == actor.Id : actor.Posts.Contains(new Post(entitled.Organisation ?? "", entitled.Role ?? ""));

    private ImmutableSortedDictionary<string, FieldValue> Fields(
        IEnumerable<Field> fields,
        PublishedProcess process,
        DateOnly day,
        CaseState state
    ) =>
        // Which file a field means is no random name; what needs one is refused for the want of it.
        fields
            .Where(f => f.File is null)
            .ToImmutableSortedDictionary(f => f.Id, f => Value(f, process, day < state.LodgedOn ? state.LodgedOn : day));

    internal FieldValue Value(Field field, PublishedProcess process, DateOnly day) =>
        field.Type switch
        {
            FieldType.Number => new NumberValue(field.Min ?? 1),
            FieldType.Date => new DateValue(day),
            FieldType.YesNo => new TruthValue(random.Next(2) == 0),
            FieldType.Choice => new TextValue(field.Options[random.Next(field.Options.Length)]),
            FieldType.Office => new TextValue(process.Definition.Offices[0].Key),
            FieldType.SocialCreditCode => new TextValue("91350100M000100Y43"),
            FieldType.OrganisationCode => new TextValue("M000100Y4"),
            FieldType.ResidentNumber => new TextValue("11010519491231002X"),
            FieldType.Rows => new RowsValue([
                .. Enumerable
                    .Range(1, random.Next(1, 6))
                    .Select(_ => field.Columns.ToImmutableSortedDictionary(c => c.Id, c => Value(c, process, day))),
            ]),
            _ when field.Personal => new SealedValue(new string('0', 64)),
            _ => new TextValue("某某"),
        };

    private static ImmutableSortedDictionary<string, string> Numbers(PublishedProcess process, IEnumerable<string> issues) =>
        issues
            .Distinct()
            .Select(id => process.Definition.Documents.Single(d => d.Id == id))
            .Where(d => Number(d.Number.Kind) is not null)
            .ToImmutableSortedDictionary(d => d.Id, d => Number(d.Number.Kind)!);

    private static string? Number(NumberKind kind) =>
        kind switch
        {
            NumberKind.Entered => "420000000000001",
            NumberKind.OrganisationCode => "M000100Y4",
            NumberKind.SocialCreditCode => "91350100M000100Y43",
            _ => null,
        };
}
