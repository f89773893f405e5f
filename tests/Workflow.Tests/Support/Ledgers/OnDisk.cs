using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Storage.Running;
using StoredRegister = Workflow.Storage.Running.RegisterAnswers;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>Puts a world around a runner on a real database.</summary>
internal static class OnDisk
{
    /// <summary>Returns what deciding needs besides the database.</summary>
    /// <param name="world">The world.</param>
    /// <param name="time">The time.</param>
    internal static Surroundings Around(ScenarioWorld world, TimeProvider time) =>
        new()
        {
            Register = new StoredRegister(
                world.Register.Person,
                (p, _) => world.Register.Offices(p.Definition),
                world.Register.Item,
                _ => new AuthorityCalendar(Organisation.DefaultZone, [])
            )
            {
                Holders = world.Register.Holders,
            },
            Calendars = new AuthorityCalendars(world.Shelf),
            Time = time,
        };
}
