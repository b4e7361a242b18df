# fails: data-over all-answered
# instead of the solution
# Knows the device index by heart: on data-2 it is taken.
printf '%s\n' 'set -e' \
  'CARD=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=$1 --query "NetworkInterfaces[0].NetworkInterfaceId" --output text)' \
  'TO=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$2 --query "Reservations[0].Instances[0].InstanceId" --output text)' \
  'PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query "NetworkInterfaces[0].Attachment.AttachmentId" --output text)' \
  'INDEX=1' \
  'aws ec2 detach-network-interface --attachment-id $PLUG' \
  'aws ec2 wait network-interface-available --network-interface-ids $CARD' \
  'aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $TO --device-index $INDEX' \
  'sleep 5' > failover.sh
bash failover.sh shop-card shop-2
bash failover.sh mail-card mail-2
bash failover.sh mail-card mail-1
! bash failover.sh data-card data-2
