using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pulse.Access.Storage.Migrations;

/// <summary>The model as the latest migration leaves it.</summary>
[DbContext(typeof(AccessDbContext))]
internal sealed class AccessDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => AccessEndedSessions.Describe(modelBuilder);
}
